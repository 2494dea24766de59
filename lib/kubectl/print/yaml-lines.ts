import type { Style } from './yaml-scalar';
import type { YamlText } from './yaml-text';

/** A line that is longer is broken at the next space. */
const WIDTH = 80;

const isBreak = (rune: string | undefined) =>
  rune === '\n' || rune === '\r' || rune === '\x85' || rune === '\u2028' || rune === '\u2029';

/** Writes a scalar; what follows on lines of their own is indented. A key is never broken. */
export function writeScalar(
  target: YamlText,
  text: string,
  style: Style,
  indent: number,
  key: boolean,
): void {
  switch (style) {
    case 'literal':
      return literal(target, text, indent);
    case 'double':
      return doubleQuoted(target, text, key ? undefined : indent);
    case 'single':
      target.add("'");
      flow(target, text, key ? undefined : indent, true);
      target.add("'");
      return;
    case 'plain':
      return flow(target, text, key ? undefined : indent, false);
  }
}

/** Characters on the last line, if there may be more than fit. */
const columnOf = ({ line, lineLength }: YamlText) => (lineLength <= WIDTH ? 0 : [...line].length);

const fitsOnLine = ({ lineLength }: YamlText, text: string) => lineLength + text.length <= WIDTH;

const newLine = (indent: number) => `\n${' '.repeat(indent)}`;

/** Plain and single-quoted scalars (yaml_emitter_write_plain_scalar, …_single_quoted_scalar). */
function flow(target: YamlText, text: string, indent: number | undefined, quoted: boolean): void {
  if ((indent === undefined || fitsOnLine(target, text)) && !/[\x85\u2028\u2029]/.test(text)) {
    target.add(quoted ? text.replaceAll("'", "''") : text);
    return;
  }
  const runes = [...text];
  for (const [at, rune] of runes.entries()) {
    if (rune === ' ') target.add(foldsAt(target, runes, at, indent, !quoted) ? newLine(indent) : ' ');
    else target.add(indentAt(runes, at, indent) + (quoted && rune === "'" ? "''" : rune));
  }
}

/** What stands at the start of a line that the scalar itself has begun. */
const indentAt = (runes: readonly string[], at: number, indent = 0) =>
  isBreak(runes[at - 1]) && !isBreak(runes[at]) ? ' '.repeat(indent) : '';

/**
 * Whether a line ends in place of a space: of several spaces, only before the first, and not where several
 * follow.
 */
function foldsAt(
  target: YamlText,
  runes: readonly string[],
  at: number,
  indent: number | undefined,
  atEnds: boolean,
): indent is number {
  const inside = atEnds || (at > 0 && at < runes.length - 1);
  return (
    indent !== undefined &&
    inside &&
    runes[at - 1] !== ' ' &&
    runes[at + 1] !== ' ' &&
    columnOf(target) > WIDTH
  );
}

const ESCAPES: { readonly [rune: string]: string } = {
  '\0': '0',
  '\x07': 'a',
  '\b': 'b',
  '\t': 't',
  '\n': 'n',
  '\v': 'v',
  '\f': 'f',
  '\r': 'r',
  '\x1b': 'e',
  '"': '"',
  '\\': '\\',
  '\x85': 'N',
  '\xa0': '_',
  '\u2028': 'L',
  '\u2029': 'P',
};
const ESCAPED = /["\\]|[^\x20-\x7e\xa0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]/u;
/** A text that begins with a byte order mark is escaped from end to end (is_bom looks at the start alone). */
const BYTE_ORDER_MARK = '\ufeff';

/** yaml_emitter_write_double_quoted_scalar. */
function doubleQuoted(target: YamlText, text: string, indent: number | undefined): void {
  target.add('"');
  const runes = [...text];
  const all = text.startsWith(BYTE_ORDER_MARK);
  for (const [at, rune] of runes.entries()) {
    if (rune === ' ' && !all) target.add(doubleSpace(target, runes, at, indent));
    else target.add(all || ESCAPED.test(rune) ? escaped(rune) : rune);
  }
  target.add('"');
}

/** A space, or the end of a line in its place; a space that follows at its start is escaped. */
function doubleSpace(
  target: YamlText,
  runes: readonly string[],
  at: number,
  indent: number | undefined,
): string {
  if (
    indent === undefined ||
    runes[at - 1] === ' ' ||
    at === 0 ||
    at === runes.length - 1 ||
    columnOf(target) <= WIDTH
  ) {
    return ' ';
  }
  return newLine(indent) + (runes[at + 1] === ' ' ? '\\' : '');
}

function escaped(rune: string): string {
  if (Object.hasOwn(ESCAPES, rune)) return `\\${ESCAPES[rune]}`;
  const code = rune.codePointAt(0)!;
  const [letter, width] = code <= 0xff ? ['x', 2] : code <= 0xffff ? ['u', 4] : ['U', 8];
  return `\\${letter}${code.toString(16).toUpperCase().padStart(Number(width), '0')}`;
}

/** yaml_emitter_write_literal_scalar; an indent of two stands for one that blanks at the start would hide. */
function literal(target: YamlText, text: string, indent: number): void {
  const [first, last, beforeLast] = [text[0], text.at(-1)!, text.at(-2)];
  const keep = isBreak(last) && (beforeLast === undefined || isBreak(beforeLast)) ? '+' : '';
  const chomp = isBreak(last) ? keep : '-';
  target.add(`|${first === ' ' || isBreak(first) ? '2' : ''}${chomp}\n`);
  const lines = text.split(/(?<=[\n\u2028\u2029])/);
  target.add(lines.map((line) => (isBreak(line[0]) ? line : ' '.repeat(indent) + line)).join(''));
}
