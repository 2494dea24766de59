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
  const probes = PROBES.flatMap((probe) => handler('probe', container[probe], [probe]));
  const hooks = HOOKS.flatMap((hook) => handler('hook', container.lifecycle?.[hook], ['lifecycle', hook]));
  return [...probes, ...hooks];
}

const handler = (
  use: Handler['use'],
  action: (Probe & LifecycleHandler) | undefined,
  fields: readonly string[],
): Handler[] => (action ? [{ use, fields, action }] : []);
