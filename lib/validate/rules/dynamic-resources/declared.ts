import type { Field } from '../../field';

/**
 * Whether the tags of the API decide, instead of the functions that were written before (declarative
 * validation): some of their texts differ, and some reach what the functions do not look at. The checks that
 * this concerns are marked with MarkCoveredByDeclarative, pkg/apis/resource/validation 1.37.
 */
export const isDeclared = (at: Field): boolean => at.minor >= 37;
