/**
 * The candidate that a misspelt word most likely stands for: the same but for case, dashes and underscores,
 * or a few letters off; undefined if none is close.
 *
 * @param most how many letters may be off at most
 */
export function closest(word: string, candidates: Iterable<string>, most = Infinity): string | undefined {
  const { distance } = require('fastest-levenshtein') as typeof import('fastest-levenshtein');
  const wanted = plain(word);
  let best: string | undefined;
  let least = Math.min(most, tolerance(wanted.length)) + 1;
  for (const candidate of candidates) {
    const meant = plain(candidate);
    if (Math.abs(meant.length - wanted.length) >= least) continue;
    const letters = isSwapped(wanted, meant) ? 1 : distance(wanted, meant);
    if (letters < least) [best, least] = [candidate, letters];
  }
  return best;
}

/** Whether two letters next to each other are the wrong way round, which is one slip. */
function isSwapped(word: string, other: string): boolean {
  if (word.length !== other.length || word === other) return false;
  let at = 0;
  while (word[at] === other[at]) at++;
  return word.slice(0, at) + (word[at + 1] ?? '') + word[at] + word.slice(at + 2) === other;
}

/** How many letters may differ: with its only letter changed, a word is another one. */
const tolerance = (length: number) =>
  length <= 3 ? Number(length > 1) : Math.max(2, Math.floor(length * 0.35));

const plain = (word: string) => word.slice(0, 100).toLowerCase().replace(/[-_]/g, '');
