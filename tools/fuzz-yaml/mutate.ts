import type { Random } from '../fuzz/random';
import { BREAKS, PLAINS, QUOTED_PIECES } from './words';

const PIECES = [
  ...BREAKS,
  ...PLAINS,
  ...QUOTED_PIECES,
  ...[
    '\n',
    ' ',
    '  ',
    ': ',
    '- ',
    '? ',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|\n',
    '>\n',
    '# ',
    '&a0 ',
    '*a0',
    '<<: ',
  ],
];

/** Characters of the head, which mutants keep: without it kubectl takes nothing. */
const HEAD = 40;

/** A copy of a text with some pieces removed, repeated or put in. */
export function mutatedText(text: string, random: Random): string {
  let mutant = text;
  for (let left = 1 + random.below(2); left > 0; left--) mutant = mutatedOnce(mutant, random);
  return mutant;
}

function mutatedOnce(text: string, random: Random): string {
  const first = random.chance(0.95) ? Math.min(HEAD, text.length) : 0;
  const start = first + random.below(text.length - first + 1);
  const end = Math.min(text.length, start + 1 + random.below(5));
  switch (random.below(4)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return text.slice(0, end) + text.slice(start);
    default:
      return text.slice(0, start) + random.pick(PIECES) + text.slice(start);
  }
}
