import { jsonProblem } from '../../go/json';
import { splitDocuments } from '../../manifest/split';
import { YamlDocument } from '../../manifest/yaml-document';
import { scan } from '../../text/scan';
import { KubectlError } from '../errors';
import { sorted } from '../../go/sorted';
import { goJson } from '../../go/marshal';
import { yamlError } from './yaml-error';

/** The value of a document and its JSON. */
export interface ReadDocument {
  readonly value: unknown;
  readonly raw: string;
}

/** Whether a text is taken for JSON (yaml.IsJSONBuffer, apimachinery 1.36). */
export const looksLikeJson = (text: string) => /^\s*\{/.test(text);

/** First minor whose kubectl reads as YAML what follows JSON, or turns out to be none. */
const JSON_THEN_YAML_SINCE = 33;

/**
 * Reads the documents of a text one by one: JSON objects in a row, or YAML (YAMLOrJSONDecoder, apimachinery
 * 1.36). Empty ones are passed over.
 *
 * @throws KubectlError if one cannot be read
 */
export function* readDocuments(text: string, minor: number): Generator<ReadDocument> {
  if (!looksLikeJson(text)) return yield* yamlDocuments(text, undefined);
  const { documents, end, problem } = jsonObjects(text);
  yield* documents.map(jsonDocument);
  const rest = text.slice(end);
  if (minor >= JSON_THEN_YAML_SINCE) yield* yamlDocuments(rest.replace(/^[ \t\r]*\n?/, ''), problem);
  else if (rest.trim()) throw new KubectlError(problem ?? faultOf(jsonProblem(rest)!, text, end));
}

function* yamlDocuments(text: string, problem: string | undefined): Generator<ReadDocument> {
  const parts = [...splitDocuments(text)];
  for (const [index, part] of parts.entries()) {
    const separator = parts[index + 1]?.badSeparator;
    if (separator) throw new KubectlError(problem ?? `invalid Yaml document separator: ${separator.text}`);
    const document = new YamlDocument(part);
    if (document.value === undefined) {
      if (problem !== undefined) throw new KubectlError(problem);
      const failure = yamlError(document.problems[0]);
      throw new KubectlError(
        part.badSeparator ? document.problems[0].message : `error converting YAML to JSON: ${failure}`,
      );
    }
    const value = sorted(document.value);
    if (value !== null) yield { value, raw: goJson(value) };
  }
}

interface JsonObjects {
  readonly documents: readonly string[];
  /** Where the last of them ends. */
  readonly end: number;
  /** What is wrong with the JSON that follows where it is no YAML either. */
  readonly problem?: string;
}

/** JSON objects in a row, up to what is none. */
function jsonObjects(text: string): JsonObjects {
  const documents: string[] = [];
  let problem: string | undefined;
  const end = scan(0, text.length, (at) => {
    const rest = text.slice(at);
    if (!looksLikeJson(rest)) return undefined;
    const start = text.length - rest.trimStart().length;
    const after = start + endOfObject(text.slice(start));
    const fault = jsonProblem(text.slice(start, after));
    if (fault !== undefined) {
      problem = faultOf(fault, text, start);
      return undefined;
    }
    documents.push(text.slice(start, after));
    return after;
  });
  return { documents, end, problem };
}

/** The end of the object that a text begins with, or of the text. */
function endOfObject(text: string): number {
  let depth = 0;
  for (const { 0: token, index } of text.matchAll(/"(?:[^"\\]|\\.)*"?|[{}[\]]/gs)) {
    if (token === '{' || token === '[') depth++;
    else if (token === '}' || token === ']') depth--;
    if (depth === 0) return index + token.length;
  }
  return text.length;
}

/**
 * A syntax error with its offset in the text, the character in question included; an end that comes too early
 * has none.
 */
function faultOf(problem: string, text: string, start: number): string {
  if (problem === 'unexpected end of JSON input') return 'unexpected EOF';
  let [low, high] = [start, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (jsonProblem(text.slice(start, middle)) === problem) high = middle;
    else low = middle + 1;
  }
  return `json: offset ${Buffer.byteLength(text.slice(0, low))}: ${problem}`;
}

const jsonDocument = (text: string): ReadDocument => ({ value: readJson(text), raw: text });

/** The value of a JSON text that is sound; integers stay whole. */
export function readJson(text: string): unknown {
  return /\d{16}/.test(text) ? new YamlDocument({ text, offset: 0 }).value : JSON.parse(text);
}
