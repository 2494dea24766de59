import { closest } from '../closest';
import type { FindingLevel } from '../finding';

/** Grade of a rule: that of its findings, or `off` for none. */
export type RuleLevel = FindingLevel | 'off';

/** Grades that differ from the usual ones, by rule. */
export interface RuleLevels {
  readonly [rule: string]: RuleLevel;
}

/**
 * All lint rules and their usual levels: an error surely cannot work, a warning is a mistake in operation, an info
 * is advice.
 */
export const LINT_LEVELS = {
  'ambassador-native': 'warning',
  'command-one-string': 'warning',
  'env-order': 'warning',
  'image-registry': 'warning',
  'image-tag': 'warning',
  'init-endless': 'warning',
  'init-waits-for-main': 'warning',
  'job-never-completes': 'warning',
  'job-sidecar-native': 'warning',
  'log-mount-writable': 'info',
  'log-tail-file': 'warning',
  'log-volume-limit': 'warning',
  'mount-path-absolute': 'error',
  'nslookup-short-name': 'warning',
  'port-conflict': 'warning',
  'pre-stop-grace': 'warning',
  'probe-localhost': 'warning',
  'probe-port-name': 'error',
  'reload-subpath': 'warning',
  resources: 'info',
  'shell-arguments': 'warning',
  'sidecar-startup-probe': 'warning',
  'stop-signal': 'warning',
  'volume-not-shared': 'warning',
  'volume-unused': 'warning',
  'wait-unbounded': 'warning',
} as const satisfies { readonly [rule: string]: FindingLevel };

export type LintId = keyof typeof LINT_LEVELS;

const LEVELS: readonly string[] = ['error', 'warning', 'info', 'off'] satisfies RuleLevel[];

/**
 * Grades as a user gives them.
 *
 * @throws Error where a rule or a level is not known
 */
export function ruleLevelsOf(rules: { readonly [rule: string]: string }): RuleLevels {
  for (const [rule, level] of Object.entries(rules)) {
    if (!Object.hasOwn(LINT_LEVELS, rule)) throw new Error(unknownRule(rule));
    if (!LEVELS.includes(level)) throw new Error(`rule "${rule}" has no level "${level}": use ${LEVELS.join(', ')}`);
  }
  return rules as RuleLevels;
}

function unknownRule(rule: string): string {
  const near = closest(rule, Object.keys(LINT_LEVELS));
  const remedy = near ? `did you mean "${near}"?` : `use one of ${Object.keys(LINT_LEVELS).join(', ')}`;
  return `there is no lint rule "${rule}": ${remedy}`;
}
