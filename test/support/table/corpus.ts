/**
 * The manifests of ../shared/corpus in which several patterns meet, by their file in its index.tsv, as
 * patterns of ours: `fsGroup` and chown are FixPermissions, copying binaries and seeding a volume CopyFiles,
 * a main container behind a TLS or login proxy AuthProxy, agents and exporters beside it Adapter. A name that
 * stands twice is there twice.
 */
export const CORPUS: { readonly [file: string]: readonly string[] } = {
  'ambassador/22-spire-envoy-jwt-frontend': ['Ambassador', 'Ambassador'],
  'ambassador/29-linkerd-native-proxy-pod': ['InitGate', 'Ambassador'],
  'combo/01-k8se2e-mysql-init-xtrabackup': ['StatefulMember', 'CopyFiles', 'Adapter'],
  'combo/03-luksa-kiada-native-init-mix': ['InitGate', 'Adapter', 'AuthProxy'],
  'combo/09-percona-psmdb-full': ['FixPermissions', 'CopyFiles', 'LogSidecar', 'Adapter'],
  'combo/11-argocd-redis-ha-sts': ['FixPermissions', 'StatefulMember', 'RenderConfig', 'Adapter', 'Adapter'],
  'combo/13-gmp-collector-reloader': ['RenderConfig', 'ConfigReloader'],
  'combo/15-1password-connect': ['FixPermissions', 'ContentSync'],
  'combo/17-aws-vpc-cni-node': ['CopyFiles', 'Adapter'],
  'combo/19-gskikim-init-native-ambassador-logger': ['InitGate', 'Ambassador', 'LogSidecar'],
  'combo/21-openshift-node-exporter': ['CopyFiles', 'AuthProxy'],
  'combo/23-antrea-agent': ['CopyFiles', 'SocketCompanion', 'Adapter'],
  'combo/25-luksa-quote-hostname-subdomain': ['RenderConfig', 'ContentSync'],
  'init/07-boutique-loadgenerator-frontend-check': ['FixPermissions', 'InitGate'],
  'init/35-mahin-curl-wait': ['InitGate', 'InitGate'],
  'other/01-kubeprom-blackbox-reloader-rbacproxy': ['ConfigReloader', 'AuthProxy'],
  'other/03-openshift-thanos-querier-6': ['AuthProxy', 'AuthProxy'],
  'other/21-kubevious-prometheus-reload': ['FixPermissions', 'ConfigReloader'],
  'sidecar/01-k8sdocs-streaming-two-files': ['LogSidecar', 'LogSidecar'],
  'sidecar/21-shaban-log-sidecar-securityctx': ['FixPermissions', 'LogSidecar'],
};

/** Stacks beyond those of the corpus, of three patterns and of four. */
export const STACKS: readonly (readonly string[])[] = [
  ['AuthProxy', 'ConfigReloader', 'LogSidecar'],
  ['InitGate', 'Migrate', 'Ambassador'],
  ['StatefulMember', 'SocketCompanion', 'LogSidecar'],
  ['InitGate', 'Ambassador', 'Adapter', 'LogSidecar'],
  ['AuthProxy', 'ContentSync', 'ConfigReloader', 'LogSidecar'],
  ['FixPermissions', 'CopyFiles', 'RenderConfig', 'ConfigReloader'],
  ['InitGate', 'SocketCompanion', 'Migrate', 'AuthProxy'],
  ['StatefulMember', 'RenderConfig', 'Adapter', 'LogSidecar'],
];
