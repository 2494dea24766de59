import type { Container, JobSpec, PodSpec } from '../schema/types';

/** What a field of a custom resource holds, by the name of its type in Kubernetes' API. */
export const POD_TYPES = [
  'Pod',
  'PodTemplateSpec',
  'PodSpec',
  'Container',
  'JobSpec',
  'JobTemplateSpec',
] as const;

export type PodType = (typeof POD_TYPES)[number];

/** Where a kind of custom resource has Pods, and what its controller makes of them. Plain data: it crosses threads. */
export interface EmbeddedPod {
  /** The file that declares the fields, with its module and version. */
  readonly source: string;
  /** The kinds: `argoproj.io/v1alpha1 Rollout`. */
  readonly kinds: readonly string[];
  /** Paths in the manifest; `[*]` stands for every item of a list or entry of a map. */
  readonly at: readonly string[];
  readonly type: PodType;
  /** Whether it is merged into a Pod that the controller makes, so that it may lack anything. */
  readonly merged?: boolean;
  /** Fields that only this project has, as paths from the field itself. */
  readonly extra?: readonly string[];
  /** What the controller sets where the manifest sets nothing. */
  readonly defaults?: PodDefaults;
  /** Fields that the controller sets if they are missing, by the end of their path: `httpGet.port`. */
  readonly optional?: readonly string[];
  /** Whether the controller adds volumes, which containers may mount. */
  readonly addsVolumes?: boolean;
  /** Path of the claim templates, whose names containers may mount. */
  readonly claims?: string;
  /** What stands in values that the controller replaces: `{{`. */
  readonly placeholder?: string;
  /** The kind of workload that the controller creates, if its Pods must run forever. */
  readonly runsAs?: 'ReplicaSet' | 'StatefulSet' | 'DaemonSet';
}

export interface PodDefaults {
  readonly spec?: PodSpec;
  /** A name is numbered if several containers lack one. */
  readonly container?: Container;
  readonly job?: JobSpec;
}

/** The same kinds in several versions of a group. */
export const kinds = (group: string, versions: readonly string[], ...names: readonly string[]) =>
  versions.flatMap((version) => names.map((name) => `${group}/${version} ${name}`));
