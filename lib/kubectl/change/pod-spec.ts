import { podTemplatePath } from '../../validate/pod-templates';
import { KubectlError } from '../errors';
import type { JsonObject } from '../../go/object';
import type { TypedManifest } from '../manifests/typed';
import { goTypeOf } from '../scheme/kinds';

/** A container as `kubectl set` changes it. */
export interface Container {
  name?: string;
  image?: string;
  env?: EnvVar[];
  resources?: { limits?: Amounts; requests?: Amounts };
}

export interface EnvVar {
  readonly name?: string;
  readonly value?: string;
  readonly valueFrom?: EnvSource;
}

/** Where the value of a variable comes from. */
export interface EnvSource {
  readonly configMapKeyRef?: KeyRef;
  readonly secretKeyRef?: KeyRef;
  readonly fieldRef?: { readonly fieldPath?: string };
  readonly resourceFieldRef?: {
    readonly containerName?: string;
    readonly resource?: string;
    readonly divisor?: string | number;
  };
}

export interface KeyRef {
  readonly name?: string;
  readonly key?: string;
}

export interface Amounts {
  readonly [resource: string]: string | number;
}

export interface PodSpec {
  containers?: Container[];
  initContainers?: Container[];
  serviceAccountName?: string;
}

/** kubectl changes no PodTemplates. */
const POD_TEMPLATE = 'core.v1.PodTemplate';

/**
 * The spec of the Pods of a manifest, to be changed (updatePodSpecForObject, kubectl 1.36).
 *
 * @throws KubectlError if the kind has none
 */
export function podSpecOf({ struct, object }: TypedManifest): PodSpec {
  const path = struct === '' || struct === POD_TEMPLATE ? undefined : podTemplatePath(struct);
  if (!path) {
    throw new KubectlError(`the object is not a pod or does not have a pod template: ${goTypeOf(struct)}`);
  }
  return [...path, 'spec'].reduce<JsonObject>(
    (holder, field) => (holder[field] ??= {}) as JsonObject,
    object,
  ) as PodSpec;
}

/** The containers that a text selects, then the init containers (selectContainers, kubectl 1.36). */
export const selectedContainers = (
  { containers = [], initContainers = [] }: PodSpec,
  selector: string,
): Container[] => [...containers, ...initContainers].filter(({ name = '' }) => selects(selector, name));

/**
 * Whether a name is that of a selector, in which `*` stands for anything (selectString: places of parts are
 * counted from the last).
 */
function selects(selector: string, name: string): boolean {
  if (selector === '*') return true;
  if (!selector.includes('*')) return name === selector;
  const parts = selector.split('*');
  let from = 0;
  for (const [index, part] of parts.entries()) {
    if (!part) continue;
    const next = name.slice(from).indexOf(part);
    const last = index === parts.length - 1;
    if (next < from || (index === 0 && from !== 0) || (last && name.length !== part.length + next)) {
      return false;
    }
    from = next;
  }
  return true;
}
