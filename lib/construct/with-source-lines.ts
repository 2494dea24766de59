import type { ApiObject } from 'cdk8s';
import { constructsReport } from '../report/lazy';
import type { Finding } from '../validate/finding';
import { judgedJson } from './judged-object';

/** Findings about an object that rendered as `json`, with lines of the user's source. */
export function withSourceLines(object: ApiObject, json: unknown, findings: readonly Finding[]): Finding[] {
  if (!findings.length) return [];
  const { addSourceLines } = require('./source-lines') as typeof import('./source-lines');
  return addSourceLines(object, json, findings);
}

/** What was just found in an object, with lines of the user's source. */
export const withCurrentSourceLines = (object: ApiObject, findings: readonly Finding[]) =>
  withSourceLines(object, judgedJson(object), findings);

/** Errors of an object as one text, none where there are none: cdk8s puts the construct's path before it. */
export function errorTexts(object: ApiObject, findings: readonly Finding[]): string[] {
  const errors = findings.filter(({ level }) => level === 'error');
  return errors.length ? [constructsReport().constructErrors(withCurrentSourceLines(object, errors))] : [];
}
