import { listItems } from '../manifest/list';
import type { Source } from '../manifest/source';
import type { YamlDocument } from '../manifest/yaml-document';
import type { ObjectPlaces } from './admit/objects';
import type { PathSegment } from './path';
import { definitionTexts } from './custom-kinds/definitions';
import { READ_MARKS, type Surroundings, surroundingsAmong } from './surroundings';

/** What the manifests of some texts say about how others are judged. CustomResourceDefinitions stay texts. */
export function surroundingsIn(sources: readonly Source[]): Surroundings {
  const placed = sources
    .filter(({ text }) => READ_MARKS.some((mark) => text.includes(mark)))
    .flatMap((source) => [...placedManifests(source)]);
  return {
    ...surroundingsAmong(
      placed.map(({ manifest }) => manifest),
      (index) => placesIn(placed[index]),
    ),
    crds: sources.flatMap(({ text }) => definitionTexts(text)),
  };
}

interface PlacedManifest {
  readonly source: Source;
  readonly document: YamlDocument;
  readonly at: readonly PathSegment[];
  readonly manifest: unknown;
}

function* placedManifests(source: Source): Generator<PlacedManifest> {
  for (const document of source.documents()) {
    const { value } = document;
    if (value === undefined || value === null) continue;
    const items = listItems(value);
    if (!items) {
      yield { source, document, at: [], manifest: value };
    } else {
      for (const [index, manifest] of items.entries()) {
        yield { source, document, at: ['items', index], manifest };
      }
    }
  }
}

/** All manifests of a text. */
export function* manifestsIn(source: Source): Generator<unknown> {
  for (const { manifest } of placedManifests(source)) yield manifest;
}

/** Fields whose places are looked up, at most. */
const MOST_FIELDS = 1000;

function placesIn({ source, document, at, manifest }: PlacedManifest): ObjectPlaces {
  const fields: { [path: string]: { readonly line: number; readonly column: number } } = {};
  let left = MOST_FIELDS;
  const visit = (value: unknown, way: readonly PathSegment[], path: string): void => {
    if (left-- <= 0) return;
    const { line, column } = source.lines.at(document.locate([...at, ...way]).key);
    fields[path] = { line, column };
    if (typeof value !== 'object' || value === null) return;
    const isList = Array.isArray(value);
    for (const [key, item] of Object.entries(value)) {
      const step = isList ? Number(key) : key;
      visit(item, [...way, step], pathText(path, step, way));
    }
  };
  visit(manifest, [], '');
  return { file: source.file, fields };
}

/** Keys of maps of amounts are subscripts. */
function pathText(path: string, step: PathSegment, way: readonly PathSegment[]): string {
  if (typeof step === 'number' || SUBSCRIPTED.has(String(way.at(-1)))) return `${path}[${step}]`;
  return path ? `${path}.${step}` : step;
}

const SUBSCRIPTED = new Set(['hard', 'max', 'min', 'default', 'defaultRequest', 'maxLimitRequestRatio']);
