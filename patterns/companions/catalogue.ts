export { pgBouncer } from './pg-bouncer';
export { redisMetrics } from './redis-metrics';
