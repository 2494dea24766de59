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
 * (YAMLReader, apimachinery util/yaml 1.36). Only a separator that nothing stands before is part of the
 * document, and empty documents are left out. Each ends with a line break, even if the whole text does not.
 *
 * @param onBlank called for each one between two separators
 */
export function* splitDocuments(text: string, onBlank?: () => void): Generator<DocumentText> {
  let start = 0;
  let content = 0;
  let badSeparator: DocumentText['badSeparator'];
  for (const separator of text.matchAll(SEPARATOR)) {
    const { index } = separator;
    if (badSeparator || holdsContent(text, content, index)) {
      yield { text: text.slice(start, index), offset: start, badSeparator };
    } else if (content) {
      onBlank?.();
    }
    content = index + separator[0].length;
    start = index === start ? start : content;
    const rest = separator[1].trim();
    badSeparator = rest && !rest.startsWith('#') ? { text: rest, offset: index } : undefined;
  }
  if (!badSeparator && !holdsContent(text, content, text.length)) return;
  const last = text.slice(start);
  yield { text: last.endsWith('\n') ? last : `${last}\n`, offset: start, badSeparator };
}

const holdsContent = (text: string, start: number, end: number) => text.slice(start, end).trim() !== '';
