const ESCAPES: { readonly [character: string]: string } = {
  '\x07': '\\a',
  '\b': '\\b',
  '\f': '\\f',
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\v': '\\v',
  '\\': '\\\\',
  '"': '\\"',
};

/** A text as a literal of CEL. */
export const quoteText = (text: string): string =>
  `"${text.replace(/[\x07\b\f\n\r\t\v\\"]/g, (character) => ESCAPES[character])}"`;
