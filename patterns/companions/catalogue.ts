export { kubeRbacProxy } from './kube-rbac-proxy';
export { nginxBasicAuth } from './nginx-basic-auth';
export { oauth2Proxy } from './oauth2-proxy';
export { pgBouncer } from './pg-bouncer';
export { redisMetrics } from './redis-metrics';
