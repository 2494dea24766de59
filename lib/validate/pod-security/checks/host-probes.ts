import type { FieldPath } from '../../path';
import type { Container, LifecycleHandler, Probe } from '../../schema/types';
import type { Check } from '../check';
import type { PlacedContainer } from '../pod-subject';
import { listed, plural, quoted } from '../wording';
import { defineRule } from '../../rule';

/** Probes and lifecycle hooks that ask other hosts: policy/check_hostProbesAndhostLifecycle.go, 1.36. */
export const HOST_PROBES = defineRule<Check>({
  id: 'pod-security-host-probes',
  stage: 'pod-security',
  mistake: 'baseline: `host` in a probe or lifecycle hook',
  suggestion: "remove `host`: it defaults to the Pod's IP address",
  since: 34,
  judge({ containers }) {
    const bad = containers.flatMap((placed) =>
      hostsOf(placed).map((host) => ({ ...host, name: placed.name })),
    );
    if (!bad.length) return undefined;
    const [names, hosts] = [listed(bad.map(({ name }) => name)), listed(bad.map(({ host }) => host))];
    const uses = `${plural('container', names.length)} ${quoted(names)} ${names.length === 1 ? 'uses' : 'use'}`;
    return {
      reason: 'probe or lifecycle host',
      detail: `${uses} ${plural('probe or lifecycle host', hosts.length)} ${quoted(hosts)}`,
      path: bad[0].path,
      suggestion: "remove host: it defaults to the Pod's IP address",
    };
  },
});

interface Host {
  readonly host: string;
  readonly path: FieldPath;
}

function hostsOf({ container, path }: PlacedContainer): Host[] {
  return handlersOf(container).flatMap(([handler, ...names]) =>
    handler
      ? (['httpGet', 'tcpSocket'] as const).flatMap((action) => {
          const host = handler[action]?.host;
          return host ? [{ host, path: path.field(...names, action, 'host') }] : [];
        })
      : [],
  );
}

const handlersOf = ({
  livenessProbe,
  readinessProbe,
  startupProbe,
  lifecycle,
}: Container): [Probe | LifecycleHandler | undefined, ...string[]][] => [
  [livenessProbe, 'livenessProbe'],
  [readinessProbe, 'readinessProbe'],
  [startupProbe, 'startupProbe'],
  [lifecycle?.postStart, 'lifecycle', 'postStart'],
  [lifecycle?.preStop, 'lifecycle', 'preStop'],
];
