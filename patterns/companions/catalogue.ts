export { cloudSqlProxy } from './cloud-sql-proxy';
export { envoy } from './envoy';
export { haProxy } from './ha-proxy';
export { pgBouncer } from './pg-bouncer';
export { redisMetrics } from './redis-metrics';
export { socat } from './socat';
export { stunnel } from './stunnel';
export { twemproxy } from './twemproxy';
