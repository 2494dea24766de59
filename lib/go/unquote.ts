/** What a backslash and a letter stand for in a Go string. Quotes depend on the string. */
export const ESCAPES: { readonly [letter: string]: string } = {
  a: '\x07',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
};
const ESCAPE = /\\(?:x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8})|([0-7]{3})|([^]))/gy;

/**
 * The text of a quoted string of Go; undefined if it is not one. Either quote may stand around it
 * (jsonpath.UnquoteExtend).
 */
export function unquoted(text: string): string | undefined {
  const quote = text[0];
  if (text.length < 2 || text.at(-1) !== quote) return undefined;
  let result = '';
  const inner = text.slice(1, -1);
  for (let at = 0; at < inner.length;) {
    ESCAPE.lastIndex = at;
    const match = inner[at] === '\\' ? ESCAPE.exec(inner) : undefined;
    if (inner[at] === quote || match === null) return undefined;
    const character = match ? escapeOf(match, quote) : inner[at];
    if (character === undefined) return undefined;
    result += character;
    at += match ? match[0].length : 1;
  }
  return result;
}

function escapeOf([, byte, short, long, octal, letter]: RegExpExecArray, quote: string): string | undefined {
  const code = parseInt(byte ?? short ?? long ?? '', 16);
  if (octal) return String.fromCharCode(parseInt(octal, 8));
  if (letter === undefined) return code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
  if (letter === quote) return letter;
  return Object.hasOwn(ESCAPES, letter) ? ESCAPES[letter] : undefined;
}
