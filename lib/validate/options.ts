import type { RuleLevel } from './lint/levels';

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
   * `LEVEL:VERSION`, such as `restricted`, `baseline:v1.34` or `restricted:latest`. As a server with the label
   * `pod-security.kubernetes.io/enforce` does, it refuses Pods and warns of workloads.
   *
   * @default - none: only labels of Namespaces among the manifests count
   */
  readonly podSecurity?: string;

  /**
   * Levels of rules, by rule: `error`, `warning`, `info`, or `off`: `{ 'image-tag': 'error', resources: 'off' }`. Lint rules
   * have levels, those about suppressions, and `unknown-kind`, which is `off` for those who have custom resources. What a
   * server says cannot be changed.
   *
   * @default - each rule has its own level, as docs/rules.md lists them
   */
  readonly rules?: { readonly [rule: string]: RuleLevel };
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
