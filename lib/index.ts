import './construct/find-template';

export * as k8s from './k8s';
export { ContainerOrder, StartCondition } from './pod/container-order';
export { Dependency } from './pod/dependency';
export { EnvKeyOptions, EnvKeysOptions, EnvVars } from './pod/env-vars';
export { InitStage } from './pod/init-stage';
export { PodPattern, PodTemplate, PodTemplateProps } from './pod/pod-template';
export { HttpProbeOptions, Probe, ProbeOptions } from './pod/probe';
export { ClaimVolumeOptions, KeysVolumeOptions, Volumes } from './pod/volumes';
export { SidecarOptions } from './pod/sidecar-options';
export { Kubectl } from './kubectl/kubectl';
export { KubectlManifest } from './kubectl/kubectl-manifest';
export * from './kubectl/options';
export { PodPatternsValidation, PodPatternsValidationProps } from './plugin/pod-patterns-validation';
export {
  Finding,
  FindingConstruct,
  FindingLevel,
  FindingPattern,
  FindingPosition,
  FindingRelated,
  FindingResource,
  FindingStage as FindingSource,
  RuleLevel,
} from './validate/finding';
export { ManifestValidator } from './validate/manifest-validator';
export { RuleId } from './validate/rule-ids';
export {
  PodSecurityOptions,
  PodSecurityWorkloads,
  ReportLevel,
  SynthValidationOptions,
  ValidationOptions,
} from './validate/options';
export { VersionedFinding } from './validate/versioned';
export { CronJob, CronJobProps, JobTemplateProps } from './workload/cron-job';
export { DaemonSet, DaemonSetProps } from './workload/daemon-set';
export { Deployment, DeploymentProps } from './workload/deployment';
export { Job, JobProps } from './workload/job';
export { Pod, PodProps } from './workload/pod';
export { ReplicaSet, ReplicaSetProps } from './workload/replica-set';
export { StatefulSet, StatefulSetProps } from './workload/stateful-set';
export { ContainerDefaults, PodDefaultsApplied, PodDefaultsOptions } from './workload/defaults/options';
export { PodDefaults } from './workload/pod-defaults';
export { Validation } from './workload/validation';
export { Workload, WorkloadProps } from './workload/workload';
export { Adapters } from '../patterns/companions/adapters';
export { Ambassadors } from '../patterns/companions/ambassadors';
export { AuthProxies } from '../patterns/companions/auth-proxies';
export { Companion } from '../patterns/companions/companion';
export { CompanionConfig, CompanionOptions, CompanionProps } from '../patterns/companions/options';
export { ClientTlsOptions } from '../patterns/companions/base/client-tls';
export { CloudSqlInstance } from '../patterns/companions/cloud-sql-proxy/instance';
export { CloudSqlProxyOptions } from '../patterns/companions/cloud-sql-proxy/options';
export { EnvoyHealthCheck, EnvoyHost, EnvoyListener } from '../patterns/companions/envoy/listener';
export { EnvoyOptions } from '../patterns/companions/envoy/options';
export { HaProxyBackend, HaProxyCheck, HaProxyServer } from '../patterns/companions/ha-proxy/backend';
export { HaProxyOptions } from '../patterns/companions/ha-proxy/options';
export { PgBouncerDatabase } from '../patterns/companions/pg-bouncer/database';
export { PgBouncerOptions } from '../patterns/companions/pg-bouncer/options';
export { SocatOptions } from '../patterns/companions/socat';
export { StunnelOptions } from '../patterns/companions/stunnel';
export { TwemproxyOptions } from '../patterns/companions/twemproxy';
export { TwemproxyPool, TwemproxyServer } from '../patterns/companions/twemproxy/pool';
export { K8sSidecarOptions } from '../patterns/companions/k8s-sidecar';
export { KubeRbacProxyOptions, KubeRbacProxyResource } from '../patterns/companions/kube-rbac-proxy/options';
export { ConfigReloaders } from '../patterns/companions/config-reloaders';
export { ConfigmapReloadOptions } from '../patterns/companions/configmap-reload';
export { FluentBitOptions } from '../patterns/companions/fluent-bit/options';
export { LogOutput } from '../patterns/companions/log-output';
export {
  LogElasticsearchOptions,
  LogHttpOptions,
  LogLokiOptions,
  LogS3Options,
  LogServerOptions,
} from '../patterns/companions/log-output/options';
export { LogParser, LogParserOptions } from '../patterns/companions/log-parser';
export { LogShipperOptions } from '../patterns/companions/log-shipper/options';
export { LogShippers } from '../patterns/companions/log-shippers';
export { NginxBasicAuthOptions } from '../patterns/companions/nginx-basic-auth/options';
export { Oauth2ProxyOptions } from '../patterns/companions/oauth2-proxy/options';
export { GrpcGatewayOptions } from '../patterns/companions/grpc-gateway';
export { JmxAgentOptions } from '../patterns/companions/jmx-agent';
export { JmxRule } from '../patterns/companions/jmx-agent/rules';
export { JsonMetricsOptions } from '../patterns/companions/json-metrics';
export { JsonMetric, JsonModule } from '../patterns/companions/json-metrics/module';
export { MetricsOptions, ScrapeOptions } from '../patterns/companions/metrics';
export { MysqlMetricsOptions } from '../patterns/companions/mysql-metrics';
export { NginxMetricsOptions } from '../patterns/companions/nginx-metrics';
export { PhpFpmMetricsOptions } from '../patterns/companions/php-fpm-metrics';
export { PostgresMetricsOptions } from '../patterns/companions/postgres-metrics';
export { RedisMetricsOptions } from '../patterns/companions/redis-metrics';
export { StatsdMetricsOptions } from '../patterns/companions/statsd-metrics';
export {
  StatsdDefaults,
  StatsdMapping,
  StatsdObserverOptions,
  StatsdQuantile,
} from '../patterns/companions/statsd-metrics/mapping';
export { VectorOptions } from '../patterns/companions/vector/options';
export { Adapter, AdapterOptions, AdapterPod, AdapterPodProps } from '../patterns/adapter';
export { Ambassador, AmbassadorOptions, AmbassadorPod, AmbassadorPodProps } from '../patterns/ambassador';
export { AuthProxy, AuthProxyOptions } from '../patterns/auth-proxy';
export { ConfigReloader, ConfigReloaderOptions } from '../patterns/config-reloader';
export { ContentSync, ContentSyncOptions } from '../patterns/content-sync';
export { CopyFiles, CopyFilesOptions } from '../patterns/copy-files';
export { FixPermissions, FixPermissionsOptions } from '../patterns/fix-permissions';
export { GateOptions } from '../patterns/blocks/gate';
export { FilledVolumeOptions, SharedVolumeOptions } from '../patterns/blocks/shared-directory';
export { ShellContainerOptions } from '../patterns/blocks/shell-container';
export { InitGate, InitGatedPod, InitGatedPodProps, InitGateOptions } from '../patterns/init-gate';
export { LogSidecar, LogSidecarOptions, SidecarLogPod, SidecarLogPodProps } from '../patterns/log-sidecar';
export { Migrate, MigrateOptions } from '../patterns/migrate';
export { RenderConfig, RenderConfigOptions } from '../patterns/render-config';
export { SocketCompanion, SocketCompanionOptions } from '../patterns/socket-companion';
export { MemberFile, StatefulMember, StatefulMemberOptions } from '../patterns/stateful-member';
