const { Duration, Names } = require('cdk8s');
const { Pod, Probe } = require('../../dist/js/lib');

const containerSecurity = {
  allowPrivilegeEscalation: false,
  privileged: false,
  readOnlyRootFilesystem: true,
  runAsNonRoot: true,
};

const web = (number) => ({
  name: 'web',
  image: `registry.example.com/team/web:1.${number}.0`,
  imagePullPolicy: 'IfNotPresent',
  ports: [
    { name: 'http', containerPort: 8080 },
    { name: 'metrics', containerPort: 9102 },
  ],
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
  securityContext: containerSecurity,
  volumeMounts: [{ name: 'logs', mountPath: '/var/log/web' }],
});

const shipper = () => ({
  name: 'shipper',
  image: 'fluent/fluent-bit:3.2.2',
  imagePullPolicy: 'IfNotPresent',
  ports: [{ name: 'admin', containerPort: 2020 }],
  env: [{ name: 'FLUSH_SECONDS', value: '5' }],
  resources: { requests: { cpu: '20m', memory: '32Mi' }, limits: { cpu: '100m', memory: '128Mi' } },
  livenessProbe: Probe.tcpSocket(2020, { failureThreshold: 3 }),
  securityContext: containerSecurity,
  volumeMounts: [{ name: 'logs', mountPath: '/logs', readOnly: true }],
});

/**
 * The Pod of peer-pod.js, with what cdk8s-plus adds to it written out: its address label, security contexts
 * and defaults.
 */
exports.addPod = (chart, number) => {
  const pod = new Pod(chart, `web-${number}`, {
    metadata: { labels: { app: 'web', tier: 'frontend' } },
    automountServiceAccountToken: false,
    dnsPolicy: 'ClusterFirst',
    hostNetwork: false,
    main: web(number),
    containers: [shipper()],
    restartPolicy: 'Always',
    securityContext: { fsGroupChangePolicy: 'Always', runAsNonRoot: true },
    setHostnameAsFqdn: false,
    terminationGracePeriodSeconds: 30,
    volumes: [{ name: 'logs', emptyDir: { sizeLimit: '64Mi' } }],
  });
  pod.template.addLabel('cdk8s.io/metadata.addr', Names.toLabelValue(pod));
};
