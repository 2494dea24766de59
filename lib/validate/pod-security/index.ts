import { quote } from '../go-text';
import { FieldPath } from '../path';
import type { RawFinding } from '../verdict';
import { labelProblems, type Labels } from './labels';
import { checksMinor, type LevelVersion, levelText, type Mode, NEWEST_POLICY, type Policy } from './policy';
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
export function judgePodSecurity(kind: string, object: object, asked: LevelVersion, newest = NEWEST_POLICY): RawFinding[] {
  const pod = subjectOf(kind, object);
  return pod ? violations(pod, asked, newest) : [];
}

function violations(pod: PodSubject, { level, version }: LevelVersion, newest: number): RawFinding[] {
  const minor = checksMinor(version, newest);
  return checksOf(level, minor).flatMap((check) => {
    const violation = check.judge(pod, minor);
    if (!violation) return [];
    const { reason, detail, path, remedy } = violation;
    return [{ rule: check.id, level: 'error', source: 'pod-security', path, message: `${reason} (${detail})`, reason: 'Forbidden', suggestion: remedy }];
  });
}

/**
 * What a server's PodSecurity plugin does with a manifest (EvaluatePod, pod-security-admission admission/admission.go
 * 1.36): refuses Pods, or warns of them and of templates. What only the audit log gets is an info.
 */
export function judgeByPolicy(kind: string, object: object, policy: Policy, minor: number): RawFinding[] {
  const pod = subjectOf(kind, object);
  if (!pod) return [];
  const known = new Map<string, readonly RawFinding[]>();
  const found = (mode: Mode) => inMode(mode, policy[mode], once(known, levelText(policy[mode]), () => violations(pod, policy[mode], minor)));
  const refused = isPodKind(kind) ? found('enforce') : [];
  const warned = refused.length ? [] : found('warn');
  const told = new Set([...refused, ...warned].map(({ rule }) => rule));
  return [...refused, ...warned, ...found('audit').filter(({ rule }) => !told.has(rule))];
}

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
    violation: { start, text: finding.message },
  }));
}

const LEVEL_OF = { enforce: 'error', warn: 'warning', audit: 'info' } as const;

const startOf = (mode: Mode, asked: LevelVersion) => `${mode === 'enforce' ? 'violates' : 'would violate'} PodSecurity "${levelText(asked)}": `;

/** What a server says of a Namespace's labels, once all else is in order (ValidateNamespace, admission/admission.go 1.36). */
export function judgeNamespaceLabels(labels: Labels): RawFinding[] {
  return labelProblems(labels).map(({ label, value, problem, remedy }) => ({
    rule: 'pod-security-labels',
    level: 'error',
    source: 'pod-security',
    path: FieldPath.of('metadata').child('labels').key(label),
    message: `Invalid value: ${quote(value)}: ${problem}`,
    reason: 'FieldValueInvalid',
    suggestion: remedy,
  }));
}
