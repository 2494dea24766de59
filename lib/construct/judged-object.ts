import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { isDeepEqual } from '../object/is-deep-equal';
import type { EngineOptions } from '../validate/engine';
import { utilizationsOf } from '../validate/autoscalers';
import type { Finding } from '../validate/finding';
import { judging } from '../validate/lazy';
import { policyFor } from '../validate/pod-security/namespaces';
import { policyText } from '../validate/pod-security/policy';

/** What judging an object said the last time, and of what. */
interface Memo {
  readonly json: unknown;
  /** What it was judged by. */
  readonly key: string;
  readonly findings: readonly Finding[];
}

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
  if (memo && memo.key === key && isDeepEqual(memo.json, json)) return memo.findings;
  const { path } = construct.node;
  const findings = judging()
    .judgeManifest(json, options)
    .map((finding) => ({ ...finding, construct: { path } }));
  memos.set(object, { json, key, findings });
  return findings;
}

/** What an object that renders as `json` is judged by, the same for the same. */
export function judgingKey(json: object, options: EngineOptions): string {
  const { minor, podSecurity, podSecurityWorkloads, namespaces, rules, customResources, errorsOnly } =
    options;
  const policy = policyFor(json, podSecurity, namespaces);
  const measured = utilizationsOf(json, options.autoscalers);
  const given =
    rules || customResources || measured.length ? JSON.stringify([rules, customResources, measured]) : '';
  return [
    minor,
    policy ? `${policyText(policy)} ${podSecurityWorkloads}` : '',
    given,
    errorsOnly ? 'errors' : '',
  ].join(' ');
}

/** Drops what is remembered of an object, whose JSON gets into other hands. */
export const forgetJudgement = (object: ApiObject) => void memos.delete(object);

/** What an object rendered as when it was last judged, unless that was dropped. */
export const judgedJson = (object: ApiObject) => memos.get(object)?.json;
