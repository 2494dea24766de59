import type { Lint, LintedContainer } from './pod';
import { namesProxy } from './proxy-name';
import { localPortsOf, servedPortsOf } from './ports-used';
import { TO_PROBED_NATIVE } from './suggestions';
import { defineRule } from '../rule';
import { hasInitContainers, hasSeveralContainers, usesLocalhost } from './predicates';

/** Containers that others reach what is outside through. */
const isProxy = ({ spec: { name = '', image = '' } }: LintedContainer) =>
  namesProxy(name) || namesProxy(image);

/** Main containers start together: one that connects when it starts finds no proxy yet. */
export const AMBASSADOR_NATIVE = defineRule<Lint>({
  id: 'ambassador-native',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake: 'an ordinary proxy container that another container connects to on localhost',
  why: 'main containers start and stop concurrently, so the first and last connections fail',
  suggestion: 'make it a native sidecar, as the ambassador pattern does',
  when: [hasSeveralContainers, usesLocalhost],
  judge(pod, report) {
    if ((pod.spec.containers?.length ?? 0) < 2) return;
    if (!pod.running.some(({ saysLocalhost }) => saysLocalhost)) return;
    const main = pod.running.filter(({ role }) => role === 'main');
    for (const { user, port, proxy } of uses(main.filter(isProxy), main)) {
      report(
        proxy.path,
        `container "${user.name}" connects to localhost:${port}, which "${proxy.name}" may not serve yet: both start concurrently`,
        TO_PROBED_NATIVE,
        userPlace(user),
      );
    }
  },
});

/**
 * The kubelet starts the next container when a native sidecar has started: only a startupProbe says that it
 * serves.
 */
export const SIDECAR_STARTUP_PROBE = defineRule<Lint>({
  id: 'sidecar-startup-probe',
  stage: 'lint',
  section: 'helpers',
  level: 'warning',
  mistake: 'a native sidecar without `startupProbe` that a later container connects to',
  why: 'the next container starts once its process starts, before it is ready to serve',
  suggestion: 'a `startupProbe`',
  when: [hasInitContainers, usesLocalhost],
  judge(pod, report) {
    if (!pod.spec.initContainers || !pod.containers.some(({ saysLocalhost }) => saysLocalhost)) return;
    const unproved = pod.running.filter(
      ({ role, spec }) => role === 'sidecar' && !spec.startupProbe && !spec.lifecycle?.postStart,
    );
    if (!unproved.length) return;
    const tries = lastTries(pod.containers);
    const places = new Map(pod.containers.map((container, index) => [container, index]));
    for (const { user, port, proxy } of uses(unproved, pod.containers)) {
      if ((tries.get(port) ?? -1) > places.get(proxy)!) continue;
      report(
        proxy.path,
        `container "${user.name}" connects to localhost:${port}, but starts before "${proxy.name}" serves it`,
        `add a startupProbe, such as tcpSocket: {port: ${port}}`,
        userPlace(user),
      );
    }
  },
});

const userPlace = ({ name, path }: LintedContainer) => ({ message: `container "${name}" connects`, path });

interface Use {
  readonly user: LintedContainer;
  readonly port: number;
  readonly proxy: LintedContainer;
}

/** Which of some proxies are used by containers after localhost, each once. */
function uses(proxies: readonly LintedContainer[], users: readonly LintedContainer[]): Use[] {
  const seekers = seekersIn(users.filter((user) => !isProxy(user)));
  return proxies.flatMap((proxy) => {
    const found = [...servedPortsOf(proxy)].flatMap(
      (port) => seekers.get(port)?.find(({ user }) => user !== proxy) ?? [],
    );
    const [first] = found.sort((a, b) => a.order - b.order);
    return first ? [{ user: first.user, port: first.port, proxy }] : [];
  });
}

interface Seeker extends Pick<Use, 'user' | 'port'> {
  readonly order: number;
}

/** For each port the containers that seek it at localhost and do not serve it themselves. */
function seekersIn(users: readonly LintedContainer[]): ReadonlyMap<number | undefined, readonly Seeker[]> {
  const seekers = new Map<number, Seeker[]>();
  let order = 0;
  for (const user of users) {
    const sought = localPortsOf(user);
    const own = sought.size ? servedPortsOf(user) : sought;
    for (const port of sought) {
      if (own.has(port)) continue;
      if (!seekers.has(port)) seekers.set(port, []);
      seekers.get(port)!.push({ user, port, order: order++ });
    }
  }
  return seekers;
}

/** For each port the place of the last init container that tries it. */
function lastTries(containers: readonly LintedContainer[]): ReadonlyMap<number, number> {
  const tries = new Map<number, number>();
  containers.forEach((container, index) => {
    if (container.role === 'init') for (const port of localPortsOf(container)) tries.set(port, index);
  });
  return tries;
}
