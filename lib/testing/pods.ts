import { orderOf, type ContainerOrder } from '../pod/container-order';
import { PodModel } from '../pod/pod-model';
import { type ContainerRole, roleOf, visitContainers } from '../validate/containers';
import type { PathSegment } from '../validate/path';
import type { Container, PodSpec } from '../validate/schema/types';
import { isObject } from './constructs';
import type { Entry } from './entry';

/** A container in a manifest. */
export interface Held {
  readonly entry: Entry;
  readonly container: Container;
  readonly role: 'init container' | 'native sidecar' | 'container';
  readonly path: readonly PathSegment[];
}

/** The containers of all Pods, in the order of their start. */
export const containersIn = (entries: readonly Entry[]): Held[] => entries.flatMap(containersOf);

function containersOf(entry: Entry): Held[] {
  const pod = podOf(entry);
  if (!pod) return [];
  const held: Held[] = [];
  visitContainers(listsOf(pod.spec), (container, list, index) => {
    if (!isObject(container)) return;
    const path = [...pod.path, 'spec', list, index];
    held.push({ entry, container, role: ROLES[roleOf(container, list)], path });
  });
  return held;
}

const ROLES = {
  init: 'init container',
  sidecar: 'native sidecar',
  main: 'container',
  ephemeral: 'container',
} as const satisfies { readonly [role in ContainerRole]: Held['role'] };

/** The lists that a manifest has: what it says of containers may be of any form. */
const listsOf = ({ initContainers, containers }: PodIn['spec']): PodSpec => ({
  initContainers: Array.isArray(initContainers) ? initContainers : [],
  containers: Array.isArray(containers) ? containers : [],
});

interface PodIn {
  readonly spec: { readonly [field: string]: unknown };
  readonly path: readonly PathSegment[];
}

/**
 * The Pod of a manifest: that of a kind known to hold one, or of a custom resource that is made as those are.
 */
function podOf({ manifest }: Entry): PodIn | undefined {
  const { apiVersion, kind } = manifest;
  const { podPlace } = require('../validate/judging') as typeof import('../validate/judging');
  const { template, path } =
    podPlace(`${String(apiVersion)} ${String(kind)}`, manifest) ??
    podPlace('apps/v1 Deployment', manifest) ??
    {};
  const spec = template?.spec as PodIn['spec'] | undefined;
  return isObject(spec) ? { spec, path: path!.segments() } : undefined;
}

/** A Pod, and when its containers start. */
export interface Ordered {
  readonly entry: Entry;
  readonly order: readonly ContainerOrder[];
}

export function ordersIn(entries: readonly Entry[]): Ordered[] {
  return entries.flatMap((entry) => {
    const held = containersOf(entry);
    const ordinary = held
      .filter(({ role }) => role === 'container')
      .map(({ container }) => container as never);
    const initContainers = held
      .filter(({ role }) => role !== 'container')
      .map(({ container }) => container as never);
    return ordinary.length
      ? [
          {
            entry,
            order: orderOf(new PodModel({ spec: {}, containers: ordinary, initContainers, volumes: [] })),
          },
        ]
      : [];
  });
}
