import { defineRule, type OwnRule } from '../rule';

/* What is found about comments and annotations that suppress findings. */

export const SUPPRESSION_REFUSED = defineRule<OwnRule>({
  id: 'suppression-refused',
  stage: 'lint',
  section: 'suppressions',
  level: 'warning',
  mistake: 'a comment or annotation tries to suppress an error of the API server',
  why: 'the API server would still reject the manifest, so the finding is kept',
  suggestion: 'fix the manifest and remove the suppression',
});

export const SUPPRESSION_UNKNOWN = defineRule<OwnRule>({
  id: 'suppression-unknown',
  stage: 'lint',
  section: 'suppressions',
  level: 'warning',
  mistake: 'a comment or annotation suppresses an unknown rule',
  why: 'the suppression silently has no effect',
  suggestion: 'use a rule ID as shown in findings',
});

export const SUPPRESSION_UNUSED = defineRule<OwnRule>({
  id: 'suppression-unused',
  stage: 'lint',
  section: 'suppressions',
  level: 'warning',
  mistake: 'a comment or annotation suppresses nothing',
  why: 'it is left over from a fixed mistake or is in the wrong place, and could hide the next mistake',
  suggestion: 'remove it, or move it to the line of the finding',
});
