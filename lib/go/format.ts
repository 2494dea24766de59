/** How Go prints values, as far as a server's messages show it. */

const ESCAPES: { readonly [character: string]: string } = {
  '\u0007': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '"': '\\"',
  '\\': '\\\\',
};

/** Texts that need no look at each character. */
const PLAIN = /^[ !#-[\]-~]*$/;

/** `%q`: a quoted string, unprintable characters escaped (strconv.Quote). */
export function quote(text: string): string {
  return PLAIN.test(text) ? `"${text}"` : `"${text.replace(unprintable(), escape)}"`;
}

/**
 * What unicode.IsPrint takes: letters, marks, numbers, punctuation, symbols and the space. Not in a literal:
 * V8 would look up the characters of each \p{…} whenever it reads the file.
 */
export const PRINTABLE = '\\p{L}\\p{M}\\p{N}\\p{P}\\p{S} ';

const unprintable = () => new RegExp(`["\\\\]|[^${PRINTABLE}]`, 'gu');

/** The time package quotes by itself: what is not ASCII by its bytes. */
export function quoteTime(text: string): string {
  const inner = text
    .replace(/["\\]/g, '\\$&')
    .replace(/[^ -~\x7f]/gu, (character) =>
      [...Buffer.from(character)].map((byte) => `\\x${hex(byte, 2)}`).join(''),
    );
  return `"${inner}"`;
}

/** `%q` of a rune. */
export function quoteRune(character: string): string {
  if (character === "'") return "'\\''";
  return character === '"' ? "'\"'" : `'${quote(character).slice(1, -1)}'`;
}

function escape(character: string): string {
  const code = character.codePointAt(0)!;
  if (ESCAPES[character]) return ESCAPES[character];
  if (code < 0x80) return `\\x${hex(code, 2)}`;
  return code < 0x10000 ? `\\u${hex(code, 4)}` : `\\U${hex(code, 8)}`;
}

const hex = (code: number, width: number) => code.toString(16).padStart(width, '0');

/** json.Marshal: sorted keys are the caller's, `<`, `>` and `&` are escaped. */
export function json(value: unknown): string {
  const text = JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item)) as
    string | undefined;
  return (text ?? 'null').replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${hex(character.charCodeAt(0), 4)}`,
  );
}

/** A value that servers before 1.34 show in Go's own syntax (`%#v`), and later ones as JSON. */
export class GoValue {
  constructor(
    readonly value: unknown,
    readonly syntax: string,
    private readonly later = json(value),
  ) {}

  shownIn(minor: number): string {
    return minor >= 34 ? this.later : this.syntax;
  }
}

/** A field of a Go struct: its name, its type where it is a pointer, and its value, if it has one. */
export type GoField = readonly [name: string, type: string, value: unknown];

/**
 * A struct. Pointers are addresses in Go's syntax, different ones each time: all that is known of them is
 * that they are there.
 */
export function goStruct(type: string, fields: readonly GoField[]): GoValue {
  return new GoValue(
    Object.fromEntries(fields.map(([name, , value]) => [name, value ?? null])),
    `${type}{${fields.map(([name, goType, value]) => `${name}:${goSyntax(goType, value)}`).join(', ')}}`,
  );
}

function goSyntax(type: string, value: unknown): string {
  if (!type.startsWith('*')) return typeof value === 'string' ? quote(value) : String(value);
  return value === undefined ? `(${type})(nil)` : `(${type})(0xc000000000)`;
}

/**
 * A pointer to a string, or one of a type of its own: JSON escapes other characters than Go's syntax does.
 */
export const goString = (text: string): GoValue => new GoValue(text, quote(text));

/** A value whose Go type has a text of its own, such as the name of a resource: not quoted before 1.34. */
export const goText = (text: string): GoValue => new GoValue(text, text);

/** A plain string where others stand that are of a type of their own. */
export const goPlain = (text: string): GoValue => new GoValue(text, quote(text), quote(text));

/** A list of strings. */
export const strings = (list: readonly string[]) =>
  new GoValue(list, `[]string{${list.map(quote).join(', ')}}`);

const ASCII = /^[\0-\x7f]*$/;

/** Order of texts as Go compares strings. */
export function compareBytes(a: string, b: string): number {
  if (ASCII.test(a) && ASCII.test(b)) return a < b ? -1 : Number(a > b);
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
