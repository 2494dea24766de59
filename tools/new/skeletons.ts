import { COMMAND } from './command';
import { KIND } from './kind';
import { LINT } from './lint';
import { PATTERN } from './pattern';
import { RULE } from './rule';
import type { Skeleton } from './skeleton';

/** All that `npm run new` can write, by the word that asks for it. */
export const SKELETONS: { readonly [word: string]: Skeleton } = {
  command: COMMAND,
  kind: KIND,
  lint: LINT,
  pattern: PATTERN,
  rule: RULE,
};
