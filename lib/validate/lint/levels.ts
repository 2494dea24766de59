import { POD_SECURITY } from '../catalogue/pod-security';
import { closest } from '../closest';
import type { FindingLevel, FindingSource } from '../finding';
import type { RuleLevels } from '../rule-levels';

/** Grade of a rule: that of its findings, or `off` for none. */
export type RuleLevel = FindingLevel | 'off';

/**
 * All lint rules and their usual levels: an error surely cannot work, a warning is a mistake in operation, an
 * info is advice.
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

/** Rules about comments and annotations that suppress findings, and their usual levels. */
export const SUPPRESSION_LEVELS = {
  'suppression-refused': 'warning',
  'suppression-unknown': 'warning',
  'suppression-unused': 'warning',
} as const satisfies { readonly [rule: string]: FindingLevel };

export type SuppressionId = keyof typeof SUPPRESSION_LEVELS;

/** Checks of the Pod Security Standards, which are errors where Pods would be refused. */
const POD_SECURITY_LEVELS = Object.fromEntries(POD_SECURITY.map(([rule]) => [rule, 'error'])) as {
  readonly [rule: `pod-security-${string}`]: 'error';
};

/**
 * All rules whose level can be chosen, and their usual levels: a kind that is not known here may well be in
 * the cluster, and a cluster may exempt Pods from Pod Security.
 */
export const USUAL_LEVELS = {
  ...LINT_LEVELS,
  ...SUPPRESSION_LEVELS,
  ...POD_SECURITY_LEVELS,
  'unknown-kind': 'error',
} as const;

export type GradedRule = keyof typeof USUAL_LEVELS;

/** Levels that a rule can be given. */
export const RULE_LEVELS: readonly RuleLevel[] = ['error', 'warning', 'info', 'off'];

/** The level of a rule by what a user says of it. */
export const levelOf = (rule: GradedRule, levels: RuleLevels | undefined): RuleLevel =>
  levels?.[rule] ?? USUAL_LEVELS[rule];

/**
 * Grades as a user gives them.
 *
 * @throws Error where a rule or a level is not known
 */
export function ruleLevelsOf(rules: { readonly [rule: string]: string }): RuleLevels {
  for (const [rule, level] of Object.entries(rules)) {
    if (!Object.hasOwn(USUAL_LEVELS, rule)) throw new Error(unknownRule(rule));
    if (!RULE_LEVELS.some((known) => known === level)) {
      throw new Error(`rule "${rule}" has no level "${level}": ${levelRemedy(level)}`);
    }
  }
  return rules as RuleLevels;
}

/** What to do about a level that there is not. */
function levelRemedy(level: string): string {
  const near = closest(level, RULE_LEVELS);
  return near ? `did you mean "${near}"?` : `use ${RULE_LEVELS.join(', ')}`;
}

/** Why there is no choice, by the stage of a rule. */
const UNCHOSEN: { readonly [source in FindingSource]?: string } = {
  warn: 'it is a warning of a server; a single finding can be suppressed where it is',
};

/** What is wrong with a rule whose level is chosen, and what to do. */
export function unknownRule(rule: string): string {
  const { ruleNamed } = require('../catalogue') as typeof import('../catalogue');
  const facts = ruleNamed(rule);
  if (facts) {
    return `rule "${rule}" has no level to choose: ${UNCHOSEN[facts.source] ?? 'a server refuses what it finds'}`;
  }
  const rules = Object.keys(USUAL_LEVELS);
  const near = closest(rule, rules);
  return `there is no rule "${rule}" whose level can be chosen: ${near ? `did you mean "${near}"?` : `use one of ${rules.join(', ')}`}`;
}
