import { jsonProblem } from '../../validate/go-json';
import { splitDocuments } from '../../manifest/split';
import { YamlDocument } from '../../manifest/yaml-document';
import { KubectlError } from '../errors';
import { sorted } from '../go/sorted';
import { goJson } from '../print/json';
import { yamlError } from './yaml-error';

/** The value of a document and its JSON. */
export interface ReadDocument {
  readonly value: unknown;
  readonly raw: string;
}

/** Whether a text is taken for JSON (yaml.IsJSONBuffer, apimachinery 1.36). */
export const looksLikeJson = (text: string) => /^\s*\{/.test(text);

/**
 * Reads the documents of a text one by one: JSON objects in a row, or YAML (YAMLOrJSONDecoder, apimachinery 1.36). Empty ones are passed over.
 *
 * @throws KubectlError where one cannot be read
 */
export function* readDocuments(text: string): Generator<ReadDocument> {
  const objects = looksLikeJson(text) ? jsonObjects(text) : { documents: [], rest: text };
  yield* objects.documents.map(jsonDocument);
  yield* yamlDocuments(objects.rest, objects.problem);
}

function* yamlDocuments(text: string, problem: string | undefined): Generator<ReadDocument> {
  for (const part of splitDocuments(text)) {
    const document = new YamlDocument(part);
    if (document.value === undefined) {
      if (problem !== undefined) throw new KubectlError(problem);
      const failure = yamlError(document.problems[0], part);
      throw new KubectlError(part.badSeparator ? failure : `error converting YAML to JSON: ${failure}`);
    }
    const value = sorted(document.value);
    if (value !== null) yield { value, raw: goJson(value) };
  }
}

interface JsonObjects {
  readonly documents: readonly string[];
  /** What is YAML instead, if anything. */
  readonly rest: string;
  /** What is wrong with the JSON where the rest is no YAML either. */
  readonly problem?: string;
}

/** After two objects a text is JSON to its end; before, it may turn out to be YAML. */
function jsonObjects(text: string): JsonObjects {
  const documents: string[] = [];
  let rest = text.trimStart();
  while (rest) {
    const end = endOfObject(rest);
    const problem = jsonProblem(rest.slice(0, end));
    if (problem !== undefined) return { documents, rest, problem: faultOf(problem, rest) };
    documents.push(rest.slice(0, end));
    rest = rest.slice(end).replace(/^[ \t\r]*\n?/, '');
    if (!looksLikeJson(rest)) break;
    rest = rest.trimStart();
  }
  return { documents, rest };
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

/** A syntax error with its offset, the character in question included; an end that comes too early has none. */
function faultOf(problem: string, text: string): string {
  if (problem === 'unexpected end of JSON input') return 'unexpected EOF';
  let [low, high] = [0, text.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (jsonProblem(text.slice(0, middle)) === problem) high = middle;
    else low = middle + 1;
  }
  return `json: offset ${Buffer.byteLength(text.slice(0, low))}: ${problem}`;
}

const jsonDocument = (text: string): ReadDocument => ({ value: readJson(text), raw: text });

/** The value of a JSON text that is sound; whole numbers stay whole. */
export function readJson(text: string): unknown {
  return /\d{16}/.test(text) ? new YamlDocument({ text, offset: 0 }).value : JSON.parse(text);
}
