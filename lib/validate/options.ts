import type { RuleLevels } from './rule-levels';

/** Level of a finding about a workload whose Pods a Pod Security policy would refuse. */
export type PodSecurityWorkloads = 'error' | 'warning';

/** Pod Security Standard that Pods must meet, and the level of findings about workloads. */
export interface PodSecurityOptions {
  /**
   * Standard that Pods must meet where the labels of their namespace ask for none: `LEVEL` or
   * `LEVEL:VERSION`, such as `restricted`, `baseline:v1.34` or `restricted:latest`.
   *
   * @default - none: only labels of Namespaces among the manifests count
   */
  readonly level?: string;

  /**
   * Level of a finding about a workload whose Pods the policy would refuse: `error` or `warning`. A server
   * only warns about the workload, and refuses its Pods later.
   *
   * @default 'error'
   */
  readonly workloads?: PodSecurityWorkloads;
}

/** What is told beside errors: `none`, `warnings`, or `all`: warnings and advice. */
export type ReportLevel = 'none' | 'warnings' | 'all';

/** What to judge manifests by. */
export interface ValidationOptions {
  /**
   * Kubernetes version whose server gives the verdict: `1.30` to `1.36`.
   *
   * @default - the newest known, 1.36
   */
  readonly kubernetesVersion?: string;

  /**
   * Pod Security Standard that Pods must meet where the labels of their namespace ask for none: `LEVEL` or
   * `LEVEL:VERSION`, such as `restricted`, `baseline:v1.34` or `restricted:latest`; or `PodSecurityOptions`,
   * to choose the level of findings about workloads, too.
   *
   * @default - none: only labels of Namespaces among the manifests count
   */
  readonly podSecurity?: string | PodSecurityOptions;

  /**
   * Levels of rules, by rule: `error`, `warning`, `info`, or `off`: `{ 'image-tag': 'error', resources: 'off'
   * }`. Lint rules have levels, those about suppressions, the checks of Pod Security, and `unknown-kind`.
   * What else a server says cannot be changed.
   *
   * @default - each rule has its own level, as docs/rules.md lists them
   */
  readonly rules?: RuleLevels;

  /**
   * Custom resources that the cluster has, which are not judged: a group (`argoproj.io`), all groups below a
   * domain (`*.example.com`), either of them with a kind (`Rollout.argoproj.io`), or `*` for all.
   *
   * @default - none: a kind that Kubernetes does not have is an error
   */
  readonly customResources?: string[];
}

/** What to judge an app by when it is synthesized, and what to tell. */
export interface SynthValidationOptions extends ValidationOptions {
  /**
   * What is told beside errors: `none`, `warnings`, or `all`: warnings and advice. Errors are always told.
   *
   * @default 'warnings'
   */
  readonly report?: ReportLevel;
}
