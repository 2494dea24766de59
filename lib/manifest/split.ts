/** One document's text and where in the whole text it begins. */
export interface DocumentText {
  readonly text: string;
  readonly offset: number;
  /** What follows the separator before it, where that is not allowed. */
  readonly badSeparator?: { readonly text: string; readonly offset: number };
}

/** A line that begins with `---`, where only `\n` ends a line. */
const SEPARATOR = /---(?<![^\n]---)([^\n]*)(?:\n|$)/g;

/**
 * Splits a text as kubectl does: at every line that begins with `---`, even inside of a block scalar
 * (YAMLReader, apimachinery util/yaml 1.36). Empty documents are left out. Each ends with a line break, even
 * if the whole text does not.
 *
 * @param onBlank called for each one between two separators
 */
export function* splitDocuments(text: string, onBlank?: () => void): Generator<DocumentText> {
  let start = 0;
  let badSeparator: DocumentText['badSeparator'];
  for (const separator of text.matchAll(SEPARATOR)) {
    const before = text.slice(start, separator.index);
    if (before.trim() || badSeparator) yield { text: before, offset: start, badSeparator };
    else if (start) onBlank?.();
    start = separator.index + separator[0].length;
    const rest = separator[1].trim();
    badSeparator = rest && !rest.startsWith('#') ? { text: rest, offset: separator.index } : undefined;
  }
  const rest = text.slice(start);
  const last = rest.endsWith('\n') ? rest : `${rest}\n`;
  if (last.trim() || badSeparator) yield { text: last, offset: start, badSeparator };
}
