import type { Deprecation } from './kinds/strategy';
import { FieldPath } from './path';
import { defineRule } from './rule-record';
import type { RawFinding } from './collector';

export const DEPRECATED_KIND = defineRule({
  id: 'deprecated-kind',
  stage: 'warn',
  mistake: 'a kind that is deprecated',
  suggestion: 'use the kind in the message',
});

/** WarningMessage, apiserver endpoints/deprecation 1.36. */
export const deprecatedKind = (
  { apiVersion, kind }: { readonly apiVersion: string; readonly kind: string },
  { since, unavailable, instead }: Deprecation,
): RawFinding => ({
  rule: DEPRECATED_KIND.id,
  level: 'warning',
  stage: 'warn',
  path: FieldPath.of('kind'),
  message: `${apiVersion} ${kind} is deprecated in v1.${since}+${unavailable === undefined ? '' : `, unavailable in v1.${unavailable}+`}; use ${instead}`,
});
