import type { Lint, LintedContainer, LintedPod } from './pod';
import { localPortsOf, serves } from './ports-used';
import { TO_PROBED_NATIVE } from './remedies';
import { TRAIT } from './traits';

/** Containers that others reach what is outside through. */
const PROXY = /(^|[-_/])(\w*proxy|ambassador|pgbouncer|envoy|mcrouter|tunnel)($|[-_:0-9])/i;

const isProxy = ({ spec: { name = '', image = '' } }: LintedContainer) => PROXY.test(name) || PROXY.test(image);

/** Main containers start together: one that connects when it starts finds no proxy yet. */
export const AMBASSADOR_NATIVE: Lint = {
  id: 'ambassador-native',
  needs: TRAIT.LOCALHOST | TRAIT.SEVERAL,
  judge(pod, report) {
    if ((pod.spec.containers?.length ?? 0) < 2) return;
    if (!pod.running.some(({ saysLocalhost }) => saysLocalhost)) return;
    const main = pod.running.filter(({ role }) => role === 'main');
    for (const { user, port, proxy } of uses(main.filter(isProxy), main)) {
      report(proxy.path, `container "${user.name}" connects to localhost:${port}, which "${proxy.name}" may not yet serve: both start together`,
        TO_PROBED_NATIVE, userPlace(user));
    }
  },
};

/** The kubelet starts the next container when a native sidecar has started: only a startupProbe says that it serves. */
export const SIDECAR_STARTUP_PROBE: Lint = {
  id: 'sidecar-startup-probe',
  needs: TRAIT.LOCALHOST | TRAIT.INIT,
  judge(pod, report) {
    if (!pod.spec.initContainers || !pod.containers.some(({ saysLocalhost }) => saysLocalhost)) return;
    const unproved = pod.running.filter(({ role, spec }) => role === 'sidecar' && !spec.startupProbe && !spec.lifecycle?.postStart);
    if (!unproved.length) return;
    for (const { user, port, proxy } of uses(unproved, pod.containers)) {
      if (isWaitedFor(proxy, port, pod)) continue;
      report(proxy.path, `container "${user.name}" connects to localhost:${port}, and is started before "${proxy.name}" serves it`, `add a startupProbe, such as tcpSocket: {port: ${port}}`, userPlace(user));
    }
  },
};

const userPlace = ({ name, path }: LintedContainer) => ({ message: `container "${name}" connects`, path });

interface Use {
  readonly user: LintedContainer;
  readonly port: number;
  readonly proxy: LintedContainer;
}

/** Which of some proxies are used by containers after localhost, each once. */
function uses(proxies: readonly LintedContainer[], users: readonly LintedContainer[]): Use[] {
  return proxies.flatMap((proxy) => users.filter((user) => user !== proxy && !isProxy(user)).flatMap((user) => {
    const port = [...localPortsOf(user)].find((candidate) => serves(proxy, candidate) && !serves(user, candidate));
    return port === undefined ? [] : [{ user, port, proxy }];
  }).slice(0, 1));
}

/** Whether an init container after the proxy tries its port. */
function isWaitedFor(proxy: LintedContainer, port: number, { containers }: LintedPod): boolean {
  const later = containers.slice(containers.indexOf(proxy) + 1);
  return later.some((container) => container.role === 'init' && localPortsOf(container).has(port));
}
