import type { Deprecation } from './kinds/strategy';
import { FieldPath } from './path';
import { defineRule } from './rule-record';
import type { Kind } from './schema/schema';
import type { RawFinding } from './collector';

export const DEPRECATED_KIND = defineRule({
  id: 'deprecated-kind',
  stage: 'warn',
  mistake: 'a kind that is deprecated',
  suggestion: 'use the kind in the message',
});

/** WarningMessage, apiserver endpoints/deprecation 1.36. */
export const deprecatedKind = ({ apiVersion, kind }: Kind, { since, instead }: Deprecation): RawFinding => ({
  rule: DEPRECATED_KIND.id,
  level: 'warning',
  stage: 'warn',
  path: FieldPath.of('kind'),
  message: `${apiVersion} ${kind} is deprecated in v1.${since}+; use ${instead}`,
});
