const SIMPLE: { readonly [letter: string]: string } = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
};
const ESCAPE = /\\(?:([0-3][0-7]{2})|[xX]([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([^]))/g;
const QUOTES = /^[rR]?("""|'''|"|')/;

/** The text between the quotes, and whether escapes mean themselves in it. */
function inner(token: string): { readonly text: string; readonly isRaw: boolean } {
  const text = token.replace(/\r\n?/g, '\n');
  const [prefix, quotes] = QUOTES.exec(text)!;
  return {
    text: text.slice(prefix.length, text.length - quotes.length),
    isRaw: /^r/i.test(prefix),
  };
}

/**
 * What a string literal says (parser.unescape).
 *
 * @throws Error in cel-go's words
 */
export function unescapeString(token: string): string {
  const { text, isRaw } = inner(token);
  if (isRaw || !text.includes('\\')) return text;
  return text.replace(ESCAPE, (_, octal, hex, short, long, letter) => {
    if (letter !== undefined) return SIMPLE[letter] ?? letter;
    return character(octal === undefined ? parseInt(hex ?? short ?? long, 16) : parseInt(octal, 8));
  });
}

function character(code: number): string {
  if (code > 0x10ffff || (code >= 0xd800 && code <= 0xdfff)) throw new Error('invalid unicode code point');
  return String.fromCodePoint(code);
}

/**
 * What a bytes literal says.
 *
 * @throws Error in cel-go's words
 */
export function unescapeBytes(token: string): Uint8Array {
  const { text, isRaw } = inner(token.slice(1));
  if (isRaw || !text.includes('\\')) return Buffer.from(text);
  const parts: Buffer[] = [];
  let end = 0;
  for (const found of text.matchAll(ESCAPE)) {
    parts.push(Buffer.from(text.slice(end, found.index)), byteOf(found));
    end = found.index + found[0].length;
  }
  return Buffer.concat([...parts, Buffer.from(text.slice(end))]);
}

function byteOf([, octal, hex, short, long, letter]: RegExpExecArray): Buffer {
  if (short !== undefined || long !== undefined) throw new Error('unable to unescape string');
  if (letter !== undefined) return Buffer.from(SIMPLE[letter] ?? letter);
  return Buffer.from([octal === undefined ? parseInt(hex, 16) : parseInt(octal, 8)]);
}
