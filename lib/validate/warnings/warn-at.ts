import type { Field, Hint } from '../field';

/** A warning as most of a server's begin: with the field that it speaks of. */
export const warnAt = (
  at: Field,
  text: string,
  suggestion?: string,
  places?: Pick<Hint, 'related' | 'repeats'>,
) => at.warn(`${at}: ${text}`, suggestion, places);
