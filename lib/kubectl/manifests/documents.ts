import { Source } from '../../manifest/source';
import { YamlDocument } from '../../manifest/yaml-document';
import { KubectlError } from '../errors';
import { withSortedKeys } from '../../go/sorted-keys';
import { goJson } from '../../go/marshal';
import { yamlError } from './yaml-error';

/** The value of a document and its JSON. */
export interface ReadDocument {
  readonly value: unknown;
  readonly raw: string;
}

/**
 * Reads the documents of a text one by one, as kubectl of a minor does. Empty ones are passed over.
 *
 * @throws KubectlError if one cannot be read
 */
export function* readDocuments(text: string, minor: number): Generator<ReadDocument> {
  let before: YamlDocument | undefined;
  for (const document of new Source(text).documents()) {
    const { badSeparator } = document;
    if (before && badSeparator) {
      throw refusal(before, minor, `invalid Yaml document separator: ${badSeparator.text}`);
    }
    if (before) yield* read(before, minor);
    before = document;
  }
  if (before) yield* read(before, minor);
}

const refusal = (document: YamlDocument, minor: number, otherwise: string) =>
  new KubectlError(document.refusalIn(minor)?.message ?? otherwise);

function* read(document: YamlDocument, minor: number): Generator<ReadDocument> {
  const { json, badSeparator, problems } = document;
  const refused = document.refusalIn(minor);
  if (refused) throw new KubectlError(refused.message);
  if (document.value === undefined) {
    const [problem] = problems;
    throw new KubectlError(
      badSeparator ? problem.message : `error converting YAML to JSON: ${yamlError(problem)}`,
    );
  }
  if (json !== undefined) return yield { value: document.value, raw: json };
  const value = withSortedKeys(document.value);
  if (value !== null) yield { value, raw: goJson(value) };
}

/** The value of a JSON text that is sound; integers stay whole. */
export const readJson = (text: string): unknown =>
  /\d{16}/.test(text)
    ? new YamlDocument({ text, offset: 0, isJson: true }).value
    : (JSON.parse(text) as unknown);
