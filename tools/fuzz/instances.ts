import { App, Chart, Duration, Lazy, Size } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Adapters, Dependency, Deployment, LogOutput, LogParser, LogSidecar, Probe } from '../../lib';

const chart = () => new Chart(new App(), 'fuzz');

const POD = { main: { name: 'app', image: 'nginx:1.27', ports: [{ containerPort: 8080 }] } };

/** Instances of classes, by the name of their type in the table of options. */
export const INSTANCES: { readonly [type: string]: () => unknown } = {
  Companion: () => Adapters.redisMetrics(),
  Dependency: () => Dependency.tcp('db', 5432),
  InitStage: () => 'sidecar',
  LogOutput: () => LogOutput.stdout(),
  LogParser: () => LogParser.json(),
  PodPattern: () => new LogSidecar({ files: ['/var/log/app/a.log'] }),
  PodTemplate: () => new Deployment(chart(), 'a', { pod: POD }).template,
  Probe: () => Probe.httpGet('/', 8080),
  'cdk8s.Duration': () => Duration.seconds(5),
  'cdk8s.Lazy': () => Lazy.any({ produce: () => 'odd' }) as unknown,
  'cdk8s.Size': () => Size.mebibytes(64),
  'cdk8s-plus-28.Cpu': () => kplus.Cpu.millis(5),
  'cdk8s-plus-28.IConfigMap': () => kplus.ConfigMap.fromConfigMapName(chart(), 'a', 'a'),
  'cdk8s-plus-28.IPersistentVolumeClaim': () => kplus.PersistentVolumeClaim.fromClaimName(chart(), 'a', 'a'),
  'cdk8s-plus-28.ISecret': () => kplus.Secret.fromSecretName(chart(), 'a', 'a'),
  'constructs.Construct': chart,
  'constructs.IConstruct': chart,
};
