import { KEYWORDS } from '../check/fields';

const ESCAPES: { readonly [text: string]: string } = {
  __: '__underscores__',
  '.': '__dot__',
  '-': '__dash__',
  '/': '__slash__',
};
const MEANINGS = new Map(Object.entries(ESCAPES).map(([text, escape]) => [escape, text]));

/** The name of a property as CEL writes it; undefined if it cannot (apiserver pkg/cel Escape). */
export function escapeName(name: string): string | undefined {
  if (!/^[a-zA-Z_./-][\w./-]*$/.test(name)) return undefined;
  return KEYWORDS.has(name) ? `__${name}__` : name.replace(/__|[./-]/g, (text) => ESCAPES[text]);
}

/** The property that a name in CEL means; undefined if it means none. */
export function unescapeName(name: string): string | undefined {
  if (!name.includes('__')) return name;
  let isValid = true;
  const result = name.replace(/__([^_]+)__/g, (escape: string, word: string) => {
    const meaning = MEANINGS.get(escape);
    if (meaning !== undefined) return meaning;
    if (!KEYWORDS.has(word) || escape.length !== name.length) isValid = false;
    return word;
  });
  return isValid ? result : undefined;
}
