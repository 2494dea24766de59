import { LINT } from './lint';
import { PATTERN } from './pattern';
import { RULE } from './rule';
import type { Skeleton } from './skeleton';

/** All that `npm run new` can write, by the word that asks for it: a kind and a command belong here, too. */
export const SKELETONS: { readonly [word: string]: Skeleton } = {
  lint: LINT,
  pattern: PATTERN,
  rule: RULE,
};
