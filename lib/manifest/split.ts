import { type JsonFault, jsonValues, looksLikeJson } from './json';

/** One document's text and where in the whole text it begins. */
export interface DocumentText {
  readonly text: string;
  readonly offset: number;
  /** Whether it is a JSON value that is sound. */
  readonly isJson?: boolean;
  /** Why it is not JSON, if it follows JSON or begins like it. */
  readonly fault?: JsonFault;
  /** What follows the separator before it, where that is not allowed. */
  readonly badSeparator?: { readonly text: string; readonly offset: number };
}

/** A line that begins with `---`, where only `\n` ends a line. */
const SEPARATOR = /---(?<![^\n]---)([^\n]*)(?:\n|$)/g;

/**
 * The documents of a text that begins like JSON are JSON values in a row, and YAML from where they end
 * (YAMLOrJSONDecoder, apimachinery 1.36); those of another are YAML.
 *
 * @param onBlank called for each one between two separators that holds nothing
 */
export function* documentTexts(text: string, onBlank?: () => void): Generator<DocumentText> {
  if (!looksLikeJson(text)) return yield* splitDocuments(text, onBlank);
  const { ranges, end, fault } = jsonValues(text);
  for (const [start, after] of ranges) yield { text: text.slice(start, after), offset: start, isJson: true };
  const blank = /^[ \t\r]*\n?/.exec(text.slice(end))![0].length;
  for (const part of splitDocuments(text.slice(end + blank), onBlank)) {
    yield shifted(part, end + blank, fault);
  }
}

function shifted(part: DocumentText, by: number, fault: JsonFault | undefined): DocumentText {
  const { badSeparator } = part;
  return {
    ...part,
    offset: part.offset + by,
    fault,
    badSeparator: badSeparator && { ...badSeparator, offset: badSeparator.offset + by },
  };
}

/**
 * Splits YAML as kubectl does: at every line that begins with `---`, even inside of a block scalar
 * (YAMLReader, apimachinery util/yaml 1.36). Only a separator that nothing stands before is part of the
 * document, and empty documents are left out. Each ends with a line break, even if the whole text does not.
 *
 * @param onBlank called for each one between two separators that holds nothing
 */
function* splitDocuments(text: string, onBlank?: () => void): Generator<DocumentText> {
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
