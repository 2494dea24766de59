import type { Random } from './random';

/** What makes a text mean something else, or nothing. */
const PIECES = [
  '\n',
  '\r',
  '\t',
  ' ',
  '  ',
  ': ',
  '- ',
  '---\n',
  '...\n',
  '{',
  '}',
  '[',
  ']',
  ',',
  '"',
  "'",
  '|\n',
  '>\n',
  '&a ',
  '*a',
  '<<: ',
  '!!int ',
  '!!binary ',
  '? ',
  '# pod-patterns: ignore ',
  '#',
  '%YAML 1.1\n',
  '\u00a0',
  '\u0085',
  '\u2028',
  '\u2029',
  '\ufeff',
  '\u202e',
  '\u001b[2J',
  '\u0000',
  '\ud800',
  '0o17',
  '1e400',
  '~',
  'yes',
  '.inf',
  '12:30:45',
  '2001-01-01',
  '$(A)',
  '${A}',
  '{{',
  '}}',
  '\\',
  '\\x41',
  '`',
  '@',
  'kind: List\nitems:\n',
  'items: [null]',
  '\u3000',
  '🦄',
];

/** A copy of a text with pieces of it removed, repeated, moved or replaced. */
export function mutatedText(text: string, random: Random): string {
  let mutant = text;
  for (let left = 1 + random.below(4); left > 0; left--) mutant = mutateOnce(mutant, random);
  return mutant;
}

function mutateOnce(text: string, random: Random): string {
  const start = random.below(text.length + 1);
  const end = Math.min(text.length, start + random.below(random.chance(0.2) ? 200 : 12));
  const piece = text.slice(start, end);
  switch (random.below(6)) {
    case 0:
      return text.slice(0, start) + text.slice(end);
    case 1:
      return text.slice(0, end) + piece.repeat(1 + random.below(20)) + text.slice(end);
    case 2:
      return text.slice(0, start) + text.slice(end) + piece;
    case 3:
      return text.slice(0, start) + String.fromCodePoint(random.below(0x110000)) + text.slice(start);
    default:
      return text.slice(0, start) + random.pick(PIECES) + text.slice(random.chance(0.5) ? start : end);
  }
}
