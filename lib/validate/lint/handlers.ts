import type { Container, LifecycleHandler, Probe } from '../schema/types';

export const PROBES = ['startupProbe', 'readinessProbe', 'livenessProbe'] as const;
export const HOOKS = ['postStart', 'preStop'] as const;

/** What the kubelet does to a container now and then: a probe or a hook. */
export interface Handler {
  readonly use: 'probe' | 'hook';
  /** Fields that lead to it from its container. */
  readonly fields: readonly string[];
  readonly action: Probe & LifecycleHandler;
}

/** Whether something holds for a probe or hook of a container: a cheap look before a thorough one. */
export const someHandler = (
  { startupProbe, readinessProbe, livenessProbe, lifecycle }: Container,
  holds: (action: Probe & LifecycleHandler) => boolean,
) =>
  (startupProbe !== undefined && holds(startupProbe)) ||
  (readinessProbe !== undefined && holds(readinessProbe)) ||
  (livenessProbe !== undefined && holds(livenessProbe)) ||
  (lifecycle?.postStart !== undefined && holds(lifecycle.postStart)) ||
  (lifecycle?.preStop !== undefined && holds(lifecycle.preStop));

/** The probes and hooks of a container. */
export function handlersOf(container: Container): Handler[] {
  const { lifecycle } = container;
  const handlers: Handler[] = [];
  for (const probe of PROBES) {
    const action = container[probe];
    if (action) handlers.push({ use: 'probe', fields: [probe], action });
  }
  if (!lifecycle) return handlers;
  for (const hook of HOOKS) {
    const action = lifecycle[hook];
    if (action) handlers.push({ use: 'hook', fields: ['lifecycle', hook], action });
  }
  return handlers;
}
