import type { FieldPath } from '../path';
import type { RuleRecord } from '../rule';
import type { PodSubject } from './pod-subject';

/** Why a check forbids a Pod. */
export interface Violation {
  /** The server's words, without what it says of this Pod in particular. */
  readonly reason: string;
  readonly detail: string;
  /** The first field at fault, or the one to set. */
  readonly path: FieldPath;
  readonly suggestion: string;
}

/** One control of the Pod Security Standards (Check, pod-security-admission policy/checks.go 1.36). */
export interface Check extends RuleRecord {
  readonly stage: 'pod-security';
  /** Minor of the first policy version that has it. */
  readonly since: number;
  /** A check of baseline that restricted does without, because it has this one. */
  readonly overrides?: Check;
  /** @param version minor of the policy version, no older than `since` */
  judge(pod: PodSubject, version: number): Violation | undefined;
}
