import { defineRule, type OwnRule } from '../rule';

/* What is found about comments and annotations that suppress findings. */

export const SUPPRESSION_REFUSED = defineRule<OwnRule>({
  id: 'suppression-refused',
  stage: 'lint',
  section: 'suppressions',
  level: 'warning',
  mistake: 'a comment or an annotation is to suppress what a server refuses',
  why: 'the manifest cannot be applied, whatever is said of it here: the finding stays',
  suggestion: 'correct the manifest, and remove the suppression',
});

export const SUPPRESSION_UNKNOWN = defineRule<OwnRule>({
  id: 'suppression-unknown',
  stage: 'lint',
  section: 'suppressions',
  level: 'warning',
  mistake: 'a comment or an annotation is to suppress a rule that there is not',
  why: 'it suppresses nothing, and nobody is told',
  suggestion: 'the id of a rule, as findings show it',
});

export const SUPPRESSION_UNUSED = defineRule<OwnRule>({
  id: 'suppression-unused',
  stage: 'lint',
  section: 'suppressions',
  level: 'warning',
  mistake: 'a comment or an annotation suppresses nothing',
  why: 'it is left from a mistake that has been corrected, or stands in the wrong place, and would hide the next one',
  suggestion: 'remove it, or move it to the line of the finding',
});
