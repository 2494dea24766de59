const { Duration, Size } = require('cdk8s');
const kplus = require('cdk8s-plus-28');

const resources = (request, limit) => ({
  cpu: { request: kplus.Cpu.millis(request.cpu), limit: kplus.Cpu.millis(limit.cpu) },
  memory: { request: Size.mebibytes(request.memory), limit: Size.mebibytes(limit.memory) },
});

const web = (number, logs) => ({
  name: 'web',
  image: `registry.example.com/team/web:1.${number}.0`,
  imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
  ports: [
    { name: 'http', number: 8080 },
    { name: 'metrics', number: 9102 },
  ],
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

const shipper = (logs) => ({
  name: 'shipper',
  image: 'fluent/fluent-bit:3.2.2',
  imagePullPolicy: kplus.ImagePullPolicy.IF_NOT_PRESENT,
  ports: [{ name: 'admin', number: 2020 }],
  envVariables: { FLUSH_SECONDS: kplus.EnvValue.fromValue('5') },
  resources: resources({ cpu: 20, memory: 32 }, { cpu: 100, memory: 128 }),
  liveness: kplus.Probe.fromTcpSocket({ port: 2020 }),
  volumeMounts: [{ path: '/logs', volume: logs, readOnly: true }],
});

/** The Pod as a user of cdk8s-plus writes it. */
exports.addPod = (chart, number) => {
  const pod = new kplus.Pod(chart, `web-${number}`, {
    metadata: { labels: { app: 'web', tier: 'frontend' } },
  });
  const logs = kplus.Volume.fromEmptyDir(pod, 'logs', 'logs', { sizeLimit: Size.mebibytes(64) });
  pod.addVolume(logs);
  pod.addContainer(web(number, logs));
  pod.addContainer(shipper(logs));
};
