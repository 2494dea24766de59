import { orderOf, type ContainerOrder } from '../pod/container-order';
import { PodModel } from '../pod/pod-model';
import { type ContainerRole, roleOf, visitContainers } from '../validate/containers';
import type { PathSegment } from '../validate/path';
import type { Container, PodSpec } from '../validate/schema/types';
import { isObject } from './constructs';
import type { ManifestEntry } from './entry';

/** A container in a manifest. */
export interface ContainerInPod {
  readonly entry: ManifestEntry;
  readonly container: Container;
  readonly role: 'init container' | 'native sidecar' | 'container';
  readonly path: readonly PathSegment[];
}

/** The containers of all Pods, in the order of their start. */
export const containersIn = (entries: readonly ManifestEntry[]): ContainerInPod[] =>
  entries.flatMap(containersOf);

function containersOf(entry: ManifestEntry): ContainerInPod[] {
  const pod = podOf(entry);
  if (!pod) return [];
  const held: ContainerInPod[] = [];
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
} as const satisfies { readonly [role in ContainerRole]: ContainerInPod['role'] };

/** The lists that a manifest has: what it says of containers may be of any form. */
const listsOf = ({ initContainers, containers }: PodInManifest['spec']): PodSpec => ({
  initContainers: Array.isArray(initContainers) ? initContainers : [],
  containers: Array.isArray(containers) ? containers : [],
});

interface PodInManifest {
  readonly spec: { readonly [field: string]: unknown };
  readonly path: readonly PathSegment[];
}

/**
 * The Pod of a manifest: that of a kind known to hold one, or of a custom resource that is made as those are.
 */
function podOf({ manifest }: ManifestEntry): PodInManifest | undefined {
  const { apiVersion, kind } = manifest;
  const { podPlace } = require('../validate/judging') as typeof import('../validate/judging');
  const { template, path } =
    podPlace(`${String(apiVersion)} ${String(kind)}`, manifest) ??
    podPlace('apps/v1 Deployment', manifest) ??
    {};
  const spec = template?.spec as PodInManifest['spec'] | undefined;
  return isObject(spec) ? { spec, path: path!.segments() } : undefined;
}

/** A Pod, and when its containers start. */
export interface StartOrder {
  readonly entry: ManifestEntry;
  readonly order: readonly ContainerOrder[];
}

export function startOrders(entries: readonly ManifestEntry[]): StartOrder[] {
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
