import { UNKNOWN, type Cluster } from '../cluster';
import { Collector } from '../collector';
import { Field } from '../field';
import { strategyOf } from '../kinds';
import { FieldPath } from '../path';
import { podPlace } from '../pod-templates';
import { type Kind, kindOf } from '../schema/schema';
import type { JobSpec, PersistentVolumeClaim, Pod, StatefulSet } from '../schema/types';
import type { AnyObject } from '../kinds/strategy';

/** An object that a controller makes of a manifest, with the defaults that it gets. */
export interface Made {
  readonly kind: Kind;
  readonly object: AnyObject;
  /** Where the manifest has what it is made of. */
  readonly path: FieldPath;
  /** How many the controller makes, as far as the manifest says so: a DaemonSet at least one. */
  readonly count: number;
  /** Whether they go away by themselves: of Jobs, later ones wait until earlier ones are done. */
  readonly passing: boolean;
  /** Applies what admission plugins do that come after those of the run's objects. */
  admit(): void;
}

/** The Pods and claims that controllers make of a workload; none of another manifest. */
export function madeOf(
  object: AnyObject,
  { apiVersion, kind }: Kind,
  minor: number,
  cluster?: Cluster,
): Made[] {
  const place = podPlace(`${apiVersion} ${kind}`, object);
  if (!place || place.path.isRoot() || kind === 'PodTemplate') return [];
  const namespace = object.metadata?.namespace;
  const { metadata, spec } = structuredClone(place.template);
  const pod: Pod = { metadata: { ...metadata, namespace }, spec };
  const passing = kind === 'Job' || kind === 'CronJob';
  const count = passing ? jobPods(place.owner as JobSpec) : replicasOf(object, kind);
  const claims = kind === 'StatefulSet' ? ((object as StatefulSet).spec?.volumeClaimTemplates ?? []) : [];
  return [
    { ...prepared(pod, 'Pod', minor, cluster), path: place.path, count, passing },
    ...claims.map((claim, index) => ({
      ...prepared(claimOf(claim, namespace), 'PersistentVolumeClaim', minor, cluster),
      path: FieldPath.ROOT.field('spec', 'volumeClaimTemplates').index(index),
      count,
      passing,
    })),
  ];
}

const claimOf = (template: PersistentVolumeClaim, namespace: string | undefined): PersistentVolumeClaim => {
  const claim = structuredClone(template);
  return { ...claim, metadata: { ...claim.metadata, namespace } };
};

/** The object as validation sees it. What its kind refuses, the workload's own rules have reported. */
function prepared(object: AnyObject, name: string, minor: number, cluster: Cluster = UNKNOWN) {
  const kind = kindOf('v1', name)!;
  const strategy = strategyOf(kind);
  const root = Field.root(new Collector(minor, cluster));
  strategy.applyDefaults?.(object, minor);
  return { kind, object, admit: () => strategy.admit?.(object, root) };
}

function replicasOf(object: AnyObject, kind: string): number {
  const { replicas = 1 } = (object as { readonly spec?: { readonly replicas?: number } }).spec ?? {};
  return kind === 'DaemonSet' ? 1 : replicas;
}

const jobPods = ({ parallelism = 1, completions = Infinity, suspend }: JobSpec) =>
  suspend ? 0 : Math.min(parallelism, completions);
