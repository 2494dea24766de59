import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { listItems } from '../manifest/list';
import { isDeepEqual } from '../object/is-deep-equal';
import type { EngineOptions } from '../validate/engine';
import { utilizationsOf } from '../validate/autoscalers';
import type { Finding } from '../validate/finding';
import { judging } from '../validate/lazy';
import { policyFor } from '../validate/pod-security/namespaces';
import { policyText } from '../validate/pod-security/policy';
import { UNKNOWN_FIELD } from '../validate/decode/rules';
import { FIELD_NOT_RENDERED } from '../validate/reading';
import { misreadIn } from '../written/misread-in';
import { droppingClass } from './dropped/dropping-class';
import type { DroppedField } from './dropped/find';
import { patchesOf } from './dropped/patches';
import { optionsForObject } from './generated-objects';

/** What judging an object said the last time, and of what. */
interface Memo {
  readonly json: unknown;
  /** How many JSON patches there were: some leave the manifest as it is. */
  readonly patches: number;
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
  given: EngineOptions,
  construct: IConstruct,
): readonly Finding[] {
  const options = optionsForObject(object, given);
  const key = judgingKey(json, options);
  const patches = patchesOf(object).length;
  const memo = memos.get(object);
  if (memo && memo.key === key && memo.patches === patches && isDeepEqual(memo.json, json)) {
    return memo.findings;
  }
  const { path } = construct.node;
  const dropped = droppedIn(object, json);
  const found = dropped.length ? judgeDropping(object, json, dropped, options) : judgeWritten(json, options);
  const findings = found.map((finding) => ({ ...finding, construct: { path } }));
  memos.set(object, { json, patches, key, findings });
  return findings;
}

const NOTHING: readonly DroppedField[] = [];

function droppedIn(object: ApiObject, json: object): readonly DroppedField[] {
  const by = droppingClass(object);
  if (!by) return NOTHING;
  const { droppedFields } = require('./dropped/find') as typeof import('./dropped/find');
  return droppedFields(object, json, by);
}

/** The items of a list, as kubectl takes it apart, or the manifest itself. */
export const manifestsIn = (json: object): readonly object[] =>
  (listItems(json) as readonly object[] | undefined) ?? [json];

/** Findings about a manifest that cdk8s writes. */
export const judgeWritten = (json: object, options: EngineOptions): Finding[] =>
  manifestsIn(json).flatMap((manifest) =>
    judging().judgeManifest(manifest, options, misreadIn(manifest, options)),
  );

/** Judges an object as it was meant, with the fields that its class leaves out. */
function judgeDropping(
  object: ApiObject,
  json: object,
  dropped: readonly DroppedField[],
  options: EngineOptions,
): Finding[] {
  const { findingsAbout, withDropped } = require('./dropped/findings') as typeof import('./dropped/findings');
  const findings = judging().judgeManifest(withDropped(json, dropped), options, [
    ...findingsAbout(object, dropped),
    ...misreadIn(json, options),
  ]);
  const unknown = new Set(findings.flatMap(({ rule, path }) => (rule === UNKNOWN_FIELD.id ? [path] : [])));
  return findings.filter(({ rule, path }) => rule !== FIELD_NOT_RENDERED.id || !unknown.has(path));
}

/** What an object that renders as `json` is judged by, the same for the same. */
export function judgingKey(json: object, options: EngineOptions): string {
  const { minor, podSecurityWorkloads, rules, customResources, errorsOnly } = options;
  const measured = manifestsIn(json).flatMap((manifest) => utilizationsOf(manifest, options.autoscalers));
  const given =
    rules || customResources || measured.length ? JSON.stringify([rules, customResources, measured]) : '';
  return [
    minor,
    ...manifestsIn(json).map((manifest) => definitionKey(manifest, options)),
    ...manifestsIn(json).map((manifest) => policyKey(manifest, options)),
    podSecurityWorkloads ?? '',
    given,
    errorsOnly ? 'errors' : '',
  ].join(' ');
}

/** The definition of a custom resource; empty for other manifests. */
function definitionKey(manifest: object, { crds, minor }: EngineOptions): string {
  const { apiVersion, kind } = manifest as { readonly [field: string]: unknown };
  if (!crds?.length || typeof apiVersion !== 'string' || typeof kind !== 'string') return '';
  return judging().definitionKey(crds, apiVersion, kind, minor);
}

function policyKey(manifest: object, { podSecurity, namespaces }: EngineOptions): string {
  const policy = policyFor(manifest, podSecurity, namespaces);
  return policy ? policyText(policy) : '';
}

/** Drops what is remembered of an object, whose JSON gets into other hands. */
export const forgetJudgement = (object: ApiObject) => void memos.delete(object);

/** What an object rendered as when it was last judged, unless that was dropped. */
export const judgedJson = (object: ApiObject) => memos.get(object)?.json;
