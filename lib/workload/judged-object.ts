import type { ApiObject } from 'cdk8s';
import type { Finding } from '../validate/finding';

/** What judging an object said the last time, and of what. */
interface Memo {
  readonly json: string;
  readonly minor: number;
  readonly findings: readonly Finding[];
}

const memos = new WeakMap<ApiObject, Memo>();

/**
 * Findings about an object as it renders now. An object that renders as it did the last time is not judged again:
 * cdk8s asks several times in one synth.
 *
 * @param construct path of the construct to blame
 */
export function judgeObject(object: ApiObject, minor: number, construct: string): readonly Finding[] {
  const json = object.toJson();
  const text = JSON.stringify(json);
  const memo = memos.get(object);
  if (memo && memo.json === text && memo.minor === minor) return memo.findings;
  const findings = judgeJson(json, minor, construct);
  memos.set(object, { json: text, minor, findings });
  return findings;
}

function judgeJson(json: unknown, minor: number, construct: string): Finding[] {
  const { judge } = require('../validate/engine') as typeof import('../validate/engine');
  const { toFinding } = require('../validate/judged') as typeof import('../validate/judged');
  const { resource, findings } = judge(json, { minor });
  return findings.map((finding) => toFinding(finding, resource, undefined, construct));
}

/** A finding in one line, for the list that synth prints. */
export function lineOf({ path, message, suggestion, rule }: Finding): string {
  return `${path ? `${path}: ` : ''}${message}${suggestion ? `; ${suggestion}` : ''} (${rule})`;
}
