import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import type { EngineOptions } from '../validate/engine';
import type { Finding } from '../validate/finding';
import { policyFor } from '../validate/pod-security/namespaces';
import { policyText } from '../validate/pod-security/policy';

/** What judging an object said the last time, and of what. */
interface Memo {
  readonly json: unknown;
  /** What it was judged by. */
  readonly key: string;
  readonly findings: readonly Finding[];
}

/** Mark of the constructs that have a validation of their own. */
export const VALIDATION = Symbol.for('cdk8s-pod-patterns.Validation');

const memos = new WeakMap<ApiObject, Memo>();

/**
 * Findings about an object that renders as `json` now, without lines of the user's source. What is as it was
 * the last time is not judged again.
 *
 * @param construct construct to blame
 */
export function judgeObject(
  object: ApiObject,
  json: object,
  options: EngineOptions,
  construct: IConstruct,
): readonly Finding[] {
  const key = judgingKey(json, options);
  const memo = memos.get(object);
  if (memo && memo.key === key && isSame(memo.json, json)) return memo.findings;
  const { judgeManifest } = require('../validate/judging') as typeof import('../validate/judging');
  const { path } = construct.node;
  const findings = judgeManifest(json, options).map((finding) => ({ ...finding, construct: { path } }));
  memos.set(object, { json, key, findings });
  return findings;
}

/** What an object that renders as `json` is judged by, the same for the same. */
export function judgingKey(json: object, options: EngineOptions): string {
  const { minor, podSecurity, podSecurityWorkloads, namespaces, rules, customResources, errorsOnly } =
    options;
  const policy = policyFor(json, podSecurity, namespaces);
  const given = rules || customResources ? JSON.stringify([rules, customResources]) : '';
  return [
    minor,
    policy ? `${policyText(policy)} ${podSecurityWorkloads}` : '',
    given,
    errorsOnly ? 'errors' : '',
  ].join(' ');
}

/** Drops what is remembered of an object, whose JSON gets into other hands. */
export const forget = (object: ApiObject) => void memos.delete(object);

/** Whether two values of JSON are equal. */
export function isSame(one: unknown, other: unknown): boolean {
  if (typeof one !== 'object' || typeof other !== 'object' || one === null || other === null) {
    return one === other;
  }
  const keys = Object.keys(one);
  return (
    Array.isArray(one) === Array.isArray(other) &&
    keys.length === Object.keys(other).length &&
    keys.every((key) => Object.hasOwn(other, key) && isSame(one[key as never], other[key as never]))
  );
}

/** Errors of an object as one text, none where there are none: cdk8s puts the construct's path before it. */
export function errorTexts(object: ApiObject, findings: readonly Finding[]): string[] {
  const errors = findings.filter(({ level }) => level === 'error');
  if (!errors.length) return [];
  const { constructErrors } = require('../report/constructs') as typeof import('../report/constructs');
  return [constructErrors(withSources(object, errors))];
}

/** What was just found in an object, with lines of the user's source. */
export function withSources(object: ApiObject, findings: readonly Finding[]): Finding[] {
  if (!findings.length) return [];
  const { sourcesOf } = require('./sources') as typeof import('./sources');
  return sourcesOf(object, memos.get(object)?.json, findings);
}

/** Whether a validation was asked for that judges all objects of a construct. */
export const isValidated = (construct: IConstruct) =>
  construct.node.scopes.some((scope) => VALIDATION in scope);

/** The construct that a user made: the one around an object that is its default child. */
export function blamed(object: ApiObject): IConstruct {
  const { scope } = object.node;
  return scope && scope.node.defaultChild === object ? scope : object;
}
