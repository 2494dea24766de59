import { App, Chart, Duration, Size } from 'cdk8s';
import { Cpu } from 'cdk8s-plus-28';
import { Job, LogSidecar, ManifestValidator, Pod, PodDefaults, Validation } from 'cdk8s-pod-patterns';
import type { RuleLevel } from 'cdk8s-pod-patterns';

/** Never run: what the compiler says of it counts. */
export function compiled(chart: Chart, level: RuleLevel): void {
  const resources = {
    requests: { cpu: Cpu.millis(100), memory: Size.mebibytes(32) },
    limits: { memory: '64Mi', cpu: 2 },
  };
  const cache = { name: 'cache', emptyDir: { sizeLimit: Size.gibibytes(1) } };
  const lifecycle = { preStop: { sleep: { seconds: Duration.seconds(5) } } };
  const main = {
    name: 'app',
    image: 'app:1',
    resources,
    lifecycle,
    livenessProbe: { tcpSocket: { port: 80 }, periodSeconds: Duration.seconds(7) },
  };
  const patterns = [new LogSidecar({ files: ['/a/b'], resources })];
  new Job(chart, 'job', {
    ttlSecondsAfterFinished: Duration.hours(1),
    activeDeadlineSeconds: 60,
    pod: { main, patterns, volumes: [cache], terminationGracePeriodSeconds: Duration.minutes(1) },
  });
  PodDefaults.of(chart).add({
    container: { resources },
    spec: { terminationGracePeriodSeconds: Duration.seconds(5) },
  });

  // @ts-expect-error a time is no size
  new Pod(chart, 'size', { main: { ...main, resources: { limits: { memory: Duration.seconds(1) } } } });
  // @ts-expect-error a size is no time
  new Pod(chart, 'time', { main, terminationGracePeriodSeconds: Size.mebibytes(1) });
  // @ts-expect-error a number is no time
  new Job(chart, 'number', { backoffLimit: Duration.seconds(1), pod: { main } });

  const rules = {
    'image-tag': level,
    resources: 'off',
    'pod-security-privileged': 'warning',
    'unknown-kind': 'info',
  } as const;
  Validation.of(new App()).configure({ rules });
  new ManifestValidator({ rules });
  // @ts-expect-error a rule that there is not
  new ManifestValidator({ rules: { 'image-tga': 'off' } });
  // @ts-expect-error a rule whose level cannot be chosen
  Validation.of(chart).configure({ rules: { 'container-ports': 'off' } });
  // @ts-expect-error a level that there is not
  Validation.of(chart).configure({ rules: { 'image-tag': 'of' } });
  // @ts-expect-error a rule that there is not
  if (new ManifestValidator().validateYaml('').some(({ rule }) => rule === 'image-tga')) throw new Error();
}
