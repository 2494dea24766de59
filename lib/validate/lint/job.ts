import { imageNameOf } from './images';
import { isJob, type Lint, type LintedContainer, type LintedPod } from './pod';
import { endlessPart } from './shell/endless';
import { TRAIT } from './traits';

/** A Job is done when all its containers have ended: one that never does keeps it for ever. */
export const JOB_NEVER_COMPLETES: Lint = {
  id: 'job-never-completes',
  needs: TRAIT.JOB | TRAIT.WAITS,
  judge(pod, report) {
    for (const { container, part } of helpersOf(pod, (candidate) => endlessPart(candidate.process))) {
      report(container.programPath, `"${part}" never ends, and the Job completes only when all its containers have ended`, TO_NATIVE);
    }
  },
};

const TO_NATIVE = 'make it a native sidecar: move it to initContainers with restartPolicy: Always';

/** Proxies, exporters and shippers that run until they are stopped. */
const SERVERS = /^(cloud-?sql-proxy|gce-proxy|alloydb-auth-proxy|envoy|proxyv2|fluentd|fluent-bit|filebeat|promtail|vector|haproxy|pgbouncer|oauth2-proxy|twemproxy|[\w-]+[-_]exporter)$/;

/** The same for helpers that are known to run until they are stopped. */
export const JOB_SIDECAR_NATIVE: Lint = {
  id: 'job-sidecar-native',
  needs: TRAIT.JOB,
  judge(pod, report) {
    for (const { container, part } of helpersOf(pod, serverOf)) {
      report(container.path, `${part} runs until it is stopped, and the Job completes only when all its containers have ended`, TO_NATIVE);
    }
  },
};

/** A server that is not told to end when asked. */
function serverOf(container: LintedContainer): string | undefined {
  const base = imageNameOf(container.spec.image)?.base;
  return base && SERVERS.test(base) && !container.says('quit') && !container.process.parameters ? base : undefined;
}

interface Helper {
  readonly container: LintedContainer;
  readonly part: string;
}

/** Main containers of a Job's Pod that go on, where others end. */
function helpersOf(pod: LintedPod, partOf: (container: LintedContainer) => string | undefined): Helper[] {
  if (!isJob(pod) || pod.spec.shareProcessNamespace || (pod.spec.containers?.length ?? 0) < 2) return [];
  const main = pod.running.filter(({ role }) => role === 'main');
  const helpers = main.flatMap((container) => {
    const part = partOf(container);
    return part ? [{ container, part }] : [];
  });
  return helpers.length < main.length ? helpers : [];
}
