import type { Cluster } from '../cluster';
import type { AnyObject, Strategy } from '../kinds/strategy';
import { podPlace } from '../pod-templates';
import type { Kind } from '../schema/schema';
import type { PodSpec } from '../schema/types';
import { encode } from '../encode/encode';
import { dropInitContainerAnnotations } from './init-container-annotations';
import { completeMetadata } from './metadata';

interface Storing {
  readonly minor: number;
  readonly cluster: Cluster;
  /** Namespace of an object that names none. */
  readonly namespace: string;
}

/** A prepared object as a server stores it, keys in alphabetical order. The object is changed. */
export function stored(
  object: AnyObject,
  strategy: Strategy,
  kind: Kind,
  { minor, cluster, namespace }: Storing,
): { readonly [field: string]: unknown } {
  strategy.complete?.(object, { minor, cluster });
  const pod = podPlace(`${kind.apiVersion} ${kind.kind}`, object)?.template;
  writeBothAccounts(pod?.spec);
  dropInitContainerAnnotations(pod?.metadata);
  completeMetadata((object.metadata ??= {}), { strategy, namespaced: kind.namespaced, namespace, minor });
  return encode(object, kind.struct, minor);
}

/** The account under its deprecated name, too: Convert_core_PodSpec_To_v1_PodSpec, pkg/apis/core/v1 1.36. */
function writeBothAccounts(spec: PodSpec | undefined): void {
  const account = spec?.serviceAccountName || spec?.serviceAccount;
  if (account) spec!.serviceAccountName = spec!.serviceAccount = account;
}
