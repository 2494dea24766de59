const { Duration, Names, Size } = require('cdk8s');
const {
  Adapter,
  Ambassador,
  Dependency,
  Deployment,
  InitGate,
  LogSidecar,
  Probe,
} = require('../../dist/js/lib');

const context = {
  allowPrivilegeEscalation: false,
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
};
const shellContext = {
  ...context,
  capabilities: { drop: ['ALL'] },
  runAsGroup: 65534,
  runAsUser: 65534,
  seccompProfile: { type: 'RuntimeDefault' },
};
const resources = { requests: { cpu: '20m', memory: '32Mi' }, limits: { cpu: '100m', memory: '128Mi' } };
const shellResources = { requests: { cpu: '10m', memory: '16Mi' }, limits: { cpu: '50m', memory: '64Mi' } };
const helper = { imagePullPolicy: 'IfNotPresent', resources, securityContext: context };
const shell = (name) => ({
  name,
  image: 'busybox:1.37',
  imagePullPolicy: 'IfNotPresent',
  resources: shellResources,
  securityContext: shellContext,
});

const web = (number) => ({
  name: 'web',
  image: `registry.example.com/team/web:1.${number}.0`,
  imagePullPolicy: 'IfNotPresent',
  ports: [{ name: 'http', containerPort: 8080 }],
  env: [
    { name: 'LOG_LEVEL', value: 'info' },
    { name: 'SHARD', value: String(number) },
    { name: 'POD_NAME', valueFrom: { fieldRef: { fieldPath: 'metadata.name' } } },
  ],
  resources: { requests: { cpu: '100m', memory: '64Mi' }, limits: { cpu: '500m', memory: '256Mi' } },
  livenessProbe: Probe.httpGet('/healthz', 8080, {
    scheme: 'HTTP',
    failureThreshold: 3,
    period: Duration.seconds(20),
  }),
  readinessProbe: Probe.httpGet('/ready', 8080, {
    scheme: 'HTTP',
    failureThreshold: 3,
    initialDelay: Duration.seconds(5),
  }),
  securityContext: context,
});

const gate = () =>
  new InitGate({
    waitFor: [Dependency.tcp('db', 5432)],
    timeout: Duration.minutes(5),
    resources: shellResources,
    securityContext: shellContext,
  });

const ambassador = () =>
  new Ambassador({
    container: {
      ...helper,
      name: 'twemproxy',
      image: 'registry.example.com/twemproxy:0.5',
      ports: [{ name: 'redis', containerPort: 6380 }],
    },
    port: 6380,
  });

const adapter = () =>
  new Adapter({
    container: {
      ...helper,
      name: 'exporter',
      image: 'nginx/nginx-prometheus-exporter:1.4.2',
      args: ['--nginx.scrape-uri=http://localhost:8080/status'],
      ports: [{ name: 'metrics', containerPort: 9113 }],
    },
    probe: Probe.httpGet('/metrics', 9113, {
      scheme: 'HTTP',
      failureThreshold: 3,
      period: Duration.seconds(20),
    }),
  });

const logs = () =>
  new LogSidecar({
    files: ['/var/log/web/access.log'],
    container: shell('log-sidecar'),
    sizeLimit: Size.mebibytes(64),
  });

/**
 * The Deployment of peer-stack.js, with what cdk8s-plus adds to it written out: address label, strategy, pull
 * policies, security contexts.
 */
exports.addDeployment = (chart, number) => {
  const labels = { app: `web-${number}` };
  const deployment = new Deployment(chart, `web-${number}`, {
    metadata: { labels },
    minReadySeconds: 0,
    progressDeadlineSeconds: 600,
    replicas: 3,
    selector: { matchLabels: labels },
    strategy: { type: 'RollingUpdate', rollingUpdate: { maxSurge: '25%', maxUnavailable: '25%' } },
    pod: {
      automountServiceAccountToken: false,
      dnsPolicy: 'ClusterFirst',
      hostNetwork: false,
      main: web(number),
      patterns: [gate(), ambassador(), adapter(), logs()],
      restartPolicy: 'Always',
      securityContext: { fsGroupChangePolicy: 'Always', runAsNonRoot: true },
      setHostnameAsFqdn: false,
      terminationGracePeriodSeconds: 30,
    },
  });
  deployment.template.replaceContainer({
    ...deployment.template.tryContainer('init-gate'),
    imagePullPolicy: 'IfNotPresent',
  });
  deployment.template.addLabel('cdk8s.io/metadata.addr', Names.toLabelValue(deployment));
};
