import type { ApiObject } from 'cdk8s';
import { lineOf } from '../source-line/source-line';
import type { Finding, FindingPattern, FindingPosition } from '../validate/finding';
import { NATIVE_SUGGESTIONS } from '../validate/lint/suggestions';
import { userConstruct } from './user-construct';
import { knownTemplate } from './known-template';

/**
 * Findings with the lines of the user's source that they go back to. `json` is what the object rendered as.
 */
export function addSourceLines(object: ApiObject, json: unknown, findings: readonly Finding[]): Finding[] {
  const construct = userConstruct(object);
  const source = lineOf(construct);
  return findings.map((finding) => {
    const pattern = patternOf(object, json, finding.path);
    const withSource = {
      ...finding,
      construct: {
        path: construct.node.path,
        ...sourceField(source),
        ...(pattern ? { pattern: findingPattern(pattern) } : {}),
      },
    };
    return pattern && NATIVE_SUGGESTIONS.includes(finding.suggestion) && isClassic(pattern)
      ? { ...withSource, suggestion: `remove "native: false" from ${pattern.constructor.name}` }
      : withSource;
  });
}

/** Whether an option asks for an ordinary container in the place of a native sidecar. */
const isClassic = (pattern: object) =>
  (pattern as { readonly options?: { readonly native?: boolean } }).options?.native === false;

const sourceField = (source: FindingPosition | undefined) => (source ? { source } : {});

const findingPattern = (pattern: object): FindingPattern => ({
  name: pattern.constructor.name,
  ...sourceField(lineOf(pattern)),
});

/** The pattern that brought the container or volume that a field path leads to or through. */
function patternOf(object: ApiObject, json: unknown, path: string): object | undefined {
  const match = /^((?:\w+\.)*)(initContainers|containers|volumes)\[(\d+)\]/.exec(path);
  const template = match && knownTemplate(object);
  if (!template) return undefined;
  const [, way, field, index] = match;
  const part = [...way.split('.').filter(Boolean), field, index].reduce<any>(
    (value, key) => value?.[key],
    json,
  );
  return part?.name === undefined ? undefined : template._now.patternOf(field, part.name);
}
