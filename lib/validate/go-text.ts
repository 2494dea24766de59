/** How Go prints values, as far as a server's messages show it. */

const ESCAPES: { readonly [character: string]: string } = {
  '\u0007': '\\a', '\b': '\\b', '\f': '\\f', '\n': '\\n', '\r': '\\r', '\t': '\\t', '\v': '\\v', '"': '\\"', '\\': '\\\\',
};

const UNPRINTABLE = /["\\]|[^\p{L}\p{M}\p{N}\p{P}\p{S} ]/gu;

/** `%q`: a quoted string, unprintable characters escaped (strconv.Quote). */
export function quote(text: string): string {
  return `"${text.replace(UNPRINTABLE, escape)}"`;
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
  return JSON.stringify(value, (_, item) => (typeof item === 'bigint' ? Number(item) : item))
    .replace(/[<>&\u2028\u2029]/g, (character) => `\\u${hex(character.charCodeAt(0), 4)}`);
}
