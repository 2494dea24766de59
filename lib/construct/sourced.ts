import type { ApiObject } from 'cdk8s';
import { constructsReport } from '../report/lazy';
import type { Finding } from '../validate/finding';
import { judgedJson } from './judged-object';

/** Findings about an object that rendered as `json`, with lines of the user's source. */
export function sourced(object: ApiObject, json: unknown, findings: readonly Finding[]): Finding[] {
  if (!findings.length) return [];
  const { sourcesOf } = require('./sources') as typeof import('./sources');
  return sourcesOf(object, json, findings);
}

/** What was just found in an object, with lines of the user's source. */
export const withSources = (object: ApiObject, findings: readonly Finding[]) =>
  sourced(object, judgedJson(object), findings);

/** Errors of an object as one text, none where there are none: cdk8s puts the construct's path before it. */
export function errorTexts(object: ApiObject, findings: readonly Finding[]): string[] {
  const errors = findings.filter(({ level }) => level === 'error');
  return errors.length ? [constructsReport().constructErrors(withSources(object, errors))] : [];
}
