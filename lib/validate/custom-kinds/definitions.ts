import { listItems } from '../../manifest/list';
import { documentTexts } from '../../manifest/split';
import { isMap } from '../../object/value-at';

/**
 * Where CustomResourceDefinitions are: a text with manifests, or a manifest. Plain data: it crosses threads.
 * A text is only read when a kind is sought.
 */
export type DefinitionSource = string | object;

/** The kind of definitions, and a mark of every text with one. */
export const DEFINITION_KIND = 'CustomResourceDefinition';

/** Whether a manifest is a CustomResourceDefinition. */
export const isDefinition = (manifest: unknown): manifest is object =>
  isMap(manifest) &&
  manifest.kind === DEFINITION_KIND &&
  typeof manifest.apiVersion === 'string' &&
  manifest.apiVersion.startsWith('apiextensions.k8s.io/');

/** The documents of a text that may have definitions. */
export const definitionTexts = (text: string): readonly string[] =>
  text.includes(DEFINITION_KIND)
    ? [...documentTexts(text)].map((part) => part.text).filter((part) => part.includes(DEFINITION_KIND))
    : [];

const ofTexts = new Map<string, readonly object[]>();

/** The definitions of a source; what does not parse has none. */
export function definitionsOf(source: DefinitionSource): readonly object[] {
  if (typeof source !== 'string') return isDefinition(source) ? [source] : [];
  let found = ofTexts.get(source);
  if (!found) ofTexts.set(source, (found = read(source)));
  return found;
}

function read(text: string): readonly object[] {
  const { Source } = require('../../manifest/source') as typeof import('../../manifest/source');
  return [...new Source(text).documents()].flatMap(({ value }) =>
    value === undefined || value === null ? [] : (listItems(value) ?? [value]).filter(isDefinition),
  );
}
