import { quote } from '../../go/format';
import type { RuleLevels } from '../rule-levels';
import { FieldPath } from '../path';
import { defineRule } from '../rule';
import type { PolicyViolation, RawFinding } from '../collector';
import { labelProblems, type Labels } from './labels';
import {
  checksMinor,
  type LevelVersion,
  levelText,
  type Mode,
  NEWEST_POLICY,
  type Policy,
  type WorkloadsLevel,
} from './policy';
import type { PodSubject } from './pod-subject';
import { checksOf } from './registry';
import { isPodKind, subjectOf } from './template';

/**
 * What a policy finds in a manifest, check by check: each message is what a server says of that check.
 *
 * @param kind `apiVersion kind`: `v1 Pod`, `apps/v1 Deployment`
 * @param object manifest after decoding and defaults; without Pods in it, nothing is found
 * @param asked level, and policy version: `latest` or `v1.34`
 * @param newest minor of the newest checks that the server knows
 */
export function judgePodSecurity(
  kind: string,
  object: object,
  asked: LevelVersion,
  newest = NEWEST_POLICY,
): RawFinding[] {
  const pod = subjectOf(kind, object);
  return pod ? violations(pod, asked, newest) : [];
}

function violations(pod: PodSubject, { level, version }: LevelVersion, newest: number): RawFinding[] {
  const minor = checksMinor(version, newest);
  return checksOf(level, minor).flatMap((check) => {
    const violation = check.judge(pod, minor);
    if (!violation) return [];
    const { reason, detail, path, suggestion } = violation;
    return [
      {
        rule: check.id,
        level: 'error',
        stage: 'pod-security',
        path,
        message: `${reason} (${detail})`,
        reason: 'Forbidden',
        suggestion,
      },
    ];
  });
}

/**
 * What a server's PodSecurity plugin does with a manifest (EvaluatePod, pod-security-admission
 * admission/admission.go 1.36): refuses Pods, or warns of them and of templates. What only the audit log gets
 * is an info. A template whose Pods would be refused is of the level `workloads`, whether or not the server
 * warns of it.
 */
export function judgeByPolicy(
  kind: string,
  object: object,
  policy: Policy,
  minor: number,
  workloads: WorkloadsLevel = 'error',
): RawFinding[] {
  const pod = subjectOf(kind, object);
  if (!pod) return [];
  const known = new Map<string, readonly RawFinding[]>();
  const found = (mode: Mode) =>
    inMode(
      mode,
      policy[mode],
      once(known, levelText(policy[mode]), () => violations(pod, policy[mode], minor)),
    );
  const enforced = found('enforce');
  const told = isPodKind(kind)
    ? enforced.length
      ? enforced
      : found('warn')
    : inTemplate(enforced, found('warn'), workloads);
  const rules = new Set(told.map(({ rule }) => rule));
  return [...told, ...found('audit').filter(({ rule }) => !rules.has(rule))];
}

/**
 * What a policy makes of a Pod that a controller creates for a custom resource: the server accepts that without a
 * warning, since only kinds of its own are looked into (defaultPodSpecExtractor, admission/admission.go 1.36).
 */
export function judgeEmbeddedByPolicy(
  pod: PodSubject,
  policy: Policy,
  minor: number,
  level: WorkloadsLevel = 'error',
): RawFinding[] {
  const found = (mode: Mode) =>
    inMode(mode, policy[mode], violations(pod, policy[mode], minor)).map((finding) => ({
      ...finding,
      violation: undefined,
    }));
  const enforced = found('enforce').map((finding) => ofWorkload(finding, undefined, level));
  const rules = new Set(enforced.map(({ rule }) => rule));
  return [...enforced, ...found('warn').filter(({ rule }) => !rules.has(rule))];
}

/** A server judges a template by what it warns of, in the order of `warned`; its Pods by what it enforces. */
function inTemplate(
  enforced: readonly RawFinding[],
  warned: readonly RawFinding[],
  level: WorkloadsLevel,
): RawFinding[] {
  const refused = new Map(enforced.map((finding) => [finding.rule, finding]));
  const merged = warned.map((warning) => {
    const finding = refused.get(warning.rule);
    refused.delete(warning.rule);
    return finding ? ofWorkload(finding, warning.violation, level) : warning;
  });
  return [...merged, ...[...refused.values()].map((finding) => ofWorkload(finding, undefined, level))];
}

/** @param violation what the server warns of; undefined if it says nothing */
const ofWorkload = (
  finding: RawFinding,
  violation: PolicyViolation | undefined,
  level: WorkloadsLevel,
): RawFinding => ({
  ...finding,
  level,
  message: finding.message.replace(/^violates/, 'would violate'),
  reason: undefined,
  suggestion: `${finding.suggestion}; the API server ${violation ? 'only warns about' : 'accepts'} the workload, but rejects its Pods`,
  violation,
});

function once<T>(known: Map<string, T>, key: string, make: () => T): T {
  const value = known.get(key) ?? make();
  known.set(key, value);
  return value;
}

function inMode(mode: Mode, asked: LevelVersion, found: readonly RawFinding[]): RawFinding[] {
  const start = startOf(mode, asked);
  return found.map((finding) => ({
    ...finding,
    level: LEVEL_OF[mode],
    message: start + finding.message,
    reason: mode === 'enforce' ? finding.reason : undefined,
    violation: { mode, start, text: finding.message },
  }));
}

const LEVEL_OF = { enforce: 'error', warn: 'warning', audit: 'info' } as const;

const startOf = (mode: Mode, asked: LevelVersion) =>
  `${mode === 'enforce' ? 'violates' : 'would violate'} PodSecurity "${levelText(asked)}": `;

export const POD_SECURITY_LABELS = defineRule({
  id: 'pod-security-labels',
  stage: 'pod-security',
  mistake: 'a Namespace label with an unknown policy',
  suggestion: 'use privileged, baseline or restricted, and `latest` or a version such as v1.34',
});

/**
 * What a server says of a Namespace's labels, once all else is in order (ValidateNamespace,
 * admission/admission.go 1.36).
 */
export function judgeNamespaceLabels(labels: Labels): RawFinding[] {
  return labelProblems(labels).map(({ label, value, problem, suggestion }) => ({
    rule: POD_SECURITY_LABELS.id,
    level: 'error',
    stage: 'pod-security',
    path: FieldPath.of('metadata').field('labels').key(label),
    message: `Invalid value: ${quote(value)}: ${problem}`,
    reason: 'FieldValueInvalid',
    suggestion,
  }));
}

/** Findings with the levels that a user has given their rules; without those whose rules are off. */
export const graded = (findings: readonly RawFinding[], rules: RuleLevels = {}): readonly RawFinding[] =>
  findings.flatMap((finding) => {
    const level = rules[finding.rule] ?? finding.level;
    if (level === 'off') return [];
    return level === finding.level
      ? [finding]
      : [{ ...finding, level, reason: level === 'error' ? finding.reason : undefined }];
  });
