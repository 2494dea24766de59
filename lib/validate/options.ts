import type { RuleLevels } from './rule-levels';

/** Level of a finding about a workload whose Pods violate a Pod Security policy. */
export type PodSecurityWorkloads = 'error' | 'warning';

/** Pod Security Standard to enforce, and the level of findings about workloads. */
export interface PodSecurityOptions {
  /**
   * Standard to enforce if the labels of the namespace specify none: `LEVEL` or `LEVEL:VERSION`, such as
   * `restricted`, `baseline:v1.34` or `restricted:latest`.
   *
   * @default - none: only labels of Namespaces among the manifests count
   */
  readonly level?: string;

  /**
   * Level of a finding about a workload whose Pods violate the policy: `error` or `warning`. The API server
   * only warns about the workload, and later rejects its Pods.
   *
   * @default 'error'
   */
  readonly workloads?: PodSecurityWorkloads;
}

/** What to do about what manifests of the same run would refuse: report errors or warnings, or nothing. */
export type AdmissionLevel = 'off' | 'warn' | 'error';

/** Findings to report in addition to errors: `none`, `warnings`, or `all` (warnings and advice). */
export type ReportLevel = 'none' | 'warnings' | 'all';

/** Options for validating manifests. */
export interface ValidationOptions {
  /**
   * Kubernetes version to validate against: `1.30` to `1.37`.
   *
   * @default - the newest supported, 1.37
   */
  readonly kubernetesVersion?: string;

  /**
   * Pod Security Standard to enforce if the labels of the namespace specify none: `LEVEL` or `LEVEL:VERSION`,
   * such as `restricted`, `baseline:v1.34` or `restricted:latest`; or `PodSecurityOptions`, to choose the
   * level of findings about workloads, too.
   *
   * @default - none: only labels of Namespaces among the manifests count
   */
  readonly podSecurity?: string | PodSecurityOptions;

  /**
   * Level of findings about what LimitRanges, ResourceQuotas and ValidatingAdmissionPolicies among the
   * manifests would refuse: `error`, `warn`, or `off` to ignore these objects.
   *
   * @default 'error'
   */
  readonly admission?: AdmissionLevel;

  /**
   * Levels of rules, by rule: `error`, `warning`, `info`, or `off`: `{ 'image-tag': 'error', resources: 'off'
   * }`. The level can be changed for lint rules, rules about suppressions, Pod Security checks,
   * `unknown-kind` and `kind-not-judged`, but not for other errors and warnings of the API server.
   *
   * @default - the default level of each rule, as listed in docs/rules.md
   */
  readonly rules?: RuleLevels;

  /**
   * Custom resources to accept without validation: a group (`argoproj.io`), all groups below a domain
   * (`*.example.com`), either of them with a kind (`Rollout.argoproj.io`), or `*` for all.
   *
   * @default - none: a custom resource without its CustomResourceDefinition is reported as not validated
   */
  readonly customResources?: string[];

  /**
   * Pods in custom resources to validate, in addition to those of well-known projects: `KIND.GROUP=PATH`,
   * where `[*]` in the path stands for every item of a list or entry of a map, optionally followed by the
   * type: `:PodTemplateSpec` (the default), `:Pod`, `:PodSpec`, `:Container`, `:JobSpec` or
   * `:JobTemplateSpec`. With `:partial` after the type, nothing is said to be missing, because the controller
   * completes it. An entry replaces what is known of its kind; `KIND.GROUP=none` skips the kind.
   *
   * @default - well-known kinds, and Pod templates in the schema of a CustomResourceDefinition
   */
  readonly podTemplates?: string[];

  /**
   * CustomResourceDefinitions of the cluster, to validate custom resources by: paths of files or folders, or
   * YAML or JSON texts. Those among the manifests count on their own.
   *
   * @default - only those among the manifests
   */
  readonly crds?: string[];
}

/** Options for validating an app at synth. */
export interface SynthValidationOptions extends ValidationOptions {
  /**
   * Findings to report in addition to errors: `none`, `warnings`, or `all` (warnings and advice). Errors are
   * always reported.
   *
   * @default 'warnings'
   */
  readonly report?: ReportLevel;
}
