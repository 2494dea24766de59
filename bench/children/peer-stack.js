const { Duration, Size } = require('cdk8s');
const kplus = require('cdk8s-plus-28');

const IF_NOT_PRESENT = kplus.ImagePullPolicy.IF_NOT_PRESENT;
const ALWAYS = kplus.ContainerRestartPolicy.ALWAYS;

const resources = (request, limit) => ({
  cpu: { request: kplus.Cpu.millis(request.cpu), limit: kplus.Cpu.millis(limit.cpu) },
  memory: { request: Size.mebibytes(request.memory), limit: Size.mebibytes(limit.memory) },
});

const shellContext = () => ({
  capabilities: { drop: [kplus.Capability.ALL] },
  group: 65534,
  user: 65534,
  seccompProfile: { type: kplus.SeccompProfileType.RUNTIME_DEFAULT },
});

const web = (number, logs) => ({
  name: 'web',
  image: `registry.example.com/team/web:1.${number}.0`,
  imagePullPolicy: IF_NOT_PRESENT,
  ports: [{ name: 'http', number: 8080 }],
  envVariables: {
    LOG_LEVEL: kplus.EnvValue.fromValue('info'),
    SHARD: kplus.EnvValue.fromValue(String(number)),
    POD_NAME: kplus.EnvValue.fromFieldRef(kplus.EnvFieldPaths.POD_NAME),
  },
  resources: resources({ cpu: 100, memory: 64 }, { cpu: 500, memory: 256 }),
  liveness: kplus.Probe.fromHttpGet('/healthz', { port: 8080, periodSeconds: Duration.seconds(20) }),
  readiness: kplus.Probe.fromHttpGet('/ready', { port: 8080, initialDelaySeconds: Duration.seconds(5) }),
  volumeMounts: [{ path: '/var/log/web', volume: logs }],
});

const shell = (name, script, args) => ({
  name,
  image: 'busybox:1.37',
  imagePullPolicy: IF_NOT_PRESENT,
  command: ['/bin/sh', '-c', script, name],
  args,
  resources: resources({ cpu: 10, memory: 16 }, { cpu: 50, memory: 64 }),
  securityContext: shellContext(),
});

const twemproxy = () => ({
  name: 'twemproxy',
  image: 'registry.example.com/twemproxy:0.5',
  imagePullPolicy: IF_NOT_PRESENT,
  ports: [{ name: 'redis', number: 6380 }],
  resources: resources({ cpu: 20, memory: 32 }, { cpu: 100, memory: 128 }),
  restartPolicy: ALWAYS,
  startup: kplus.Probe.fromTcpSocket({
    port: 6380,
    periodSeconds: Duration.seconds(1),
    failureThreshold: 60,
  }),
});

const exporter = () => ({
  name: 'exporter',
  image: 'nginx/nginx-prometheus-exporter:1.4.2',
  imagePullPolicy: IF_NOT_PRESENT,
  args: ['--nginx.scrape-uri=http://localhost:8080/status'],
  ports: [{ name: 'metrics', number: 9113 }],
  resources: resources({ cpu: 20, memory: 32 }, { cpu: 100, memory: 128 }),
  restartPolicy: ALWAYS,
  liveness: kplus.Probe.fromHttpGet('/metrics', { port: 9113, periodSeconds: Duration.seconds(20) }),
});

/**
 * The Deployment as a user of cdk8s-plus writes it, who has the scripts of the gate and of the log sidecar.
 */
exports.addDeployment = (chart, number, scripts) => {
  const labels = { app: `web-${number}` };
  const deployment = new kplus.Deployment(chart, `web-${number}`, {
    metadata: { labels },
    podMetadata: { labels },
    replicas: 3,
    select: false,
  });
  deployment.select(kplus.LabelSelector.of({ labels }));
  const logs = kplus.Volume.fromEmptyDir(deployment, 'logs', 'logs', { sizeLimit: Size.mebibytes(64) });
  deployment.addVolume(logs);
  deployment.addContainer(web(number, logs));
  deployment.addInitContainer(shell('init-gate', scripts.gate, ['300', '2', 'tcp://db:5432']));
  deployment.addInitContainer(twemproxy());
  deployment.addInitContainer(exporter());
  deployment.addInitContainer({
    ...shell('log-sidecar', scripts.logs, ['/var/log/web/access.log']),
    restartPolicy: ALWAYS,
    volumeMounts: [{ path: '/var/log/web', volume: logs, readOnly: true }],
  });
};
