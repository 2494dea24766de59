import { internalErrorText, REPORT_BUG } from '../internal-error';
import { FieldPath } from './path';
import { INTERNAL_ERROR } from './reading';
import type { RawFinding } from './collector';

/**
 * An internal error as a finding: a check that crashed accepts nothing, and hides no finding of another
 * manifest.
 */
export const internalError = (error: unknown): RawFinding => ({
  rule: INTERNAL_ERROR.id,
  level: 'error',
  stage: 'read',
  path: FieldPath.ROOT,
  message: internalErrorText(error),
  suggestion: REPORT_BUG,
});
