import { FieldPath } from '../path';
import { defineRule } from '../rule';
import type { Kind } from '../schema/schema';
import type { RawFinding } from '../verdict';

interface Deprecation {
  readonly since: number;
  readonly instead: string;
}

/** Kinds that a server warns of before it reads them: APILifecycleDeprecated in k8s.io/api 1.36. */
const DEPRECATED: ReadonlyMap<string, Deprecation> = new Map([
  ['v1 Endpoints', { since: 33, instead: 'discovery.k8s.io/v1 EndpointSlice' }],
]);

export const DEPRECATED_KIND = defineRule({
  id: 'deprecated-kind',
  stage: 'warn',
  mistake: 'a kind that is deprecated',
  suggestion: 'use the kind that the message names',
});

/** The warning of a deprecated kind: WarningMessage, apiserver endpoints/deprecation 1.36. */
export function deprecatedApi({ apiVersion, kind }: Kind, minor: number): RawFinding | undefined {
  const name = `${apiVersion} ${kind}`;
  const deprecation = DEPRECATED.get(name);
  if (!deprecation || minor < deprecation.since) return undefined;
  const message = `${name} is deprecated in v1.${deprecation.since}+; use ${deprecation.instead}`;
  return {
    rule: DEPRECATED_KIND.id,
    level: 'warning',
    source: 'warn',
    path: FieldPath.of('kind'),
    message,
  };
}
