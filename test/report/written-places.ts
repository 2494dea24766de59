import {
  type Document,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  parseAllDocuments,
  type YAMLMap,
  type YAMLSeq,
} from 'yaml';

/*
 * Where the parts of a text stand, found with another YAML library than the one that positions come from.
 */

type Path = readonly (string | number)[];

/** A document of a text. */
export interface WrittenDocument {
  readonly document: Document;
  readonly text: string;
}

/** Those that have something in them. */
export const documentsIn = (text: string): readonly WrittenDocument[] =>
  (
    parseAllDocuments(text, {
      version: '1.1',
      merge: true,
      uniqueKeys: false,
      strict: false,
      logLevel: 'silent',
    }) as Document[]
  )
    .filter(({ contents }) => contents !== null && !(isScalar(contents) && contents.value === null))
    .map((document) => ({ document, text }));

/**
 * Offsets that may be shown for a path: of its key or its value; where it is not there, of the key or item
 * that would hold it.
 */
export function offsetsOf({ document, text }: WrittenDocument, path: Path): readonly number[] {
  let node: Node | null = document.contents;
  let offsets: readonly number[] = startOf(node);
  for (const segment of path) {
    const next = step(document, resolved(document, node), segment, text);
    if (!next) return offsets;
    node = next.value;
    offsets = next.offsets;
  }
  return [...offsets, ...startOf(node)];
}

interface Step {
  readonly value: Node | null;
  readonly offsets: readonly number[];
}

const startOf = (node: Node | null): readonly number[] => (node?.range ? [node.range[0]] : []);

const resolved = (document: Document, node: Node | null): Node | null =>
  isAlias(node) ? (node.resolve(document) ?? null) : node;

function step(
  document: Document,
  node: Node | null,
  segment: string | number,
  text: string,
): Step | undefined {
  if (isSeq(node)) return item(node, Number(segment), text);
  return isMap(node) ? entry(document, node, String(segment), text) : undefined;
}

function item(list: YAMLSeq, index: number, text: string): Step | undefined {
  if (index >= list.items.length) return undefined;
  const value = list.items[index] as Node;
  const written = value.range![0] < value.range![1];
  const dash = text.lastIndexOf('-', value.range![0]);
  return { value, offsets: written && !/^[|>]/.test(text.slice(value.range![0])) ? startOf(value) : [dash] };
}

function entry(document: Document, map: YAMLMap, key: string, text: string): Step | undefined {
  let found: Step | undefined;
  for (const pair of map.items as Pair<Node, Node | null>[]) {
    const own = resolved(document, pair.key);
    const name = isScalar(own) ? (own.source ?? String(own.value)) : undefined;
    if (name === '<<') {
      found = merged(document, pair.value, key, text) ?? found;
    } else if (name === key || (isScalar(own) && String(own.value) === key)) {
      found = { value: pair.value, offsets: startOf(pair.key) };
    }
  }
  return found;
}

function merged(document: Document, value: Node | null, key: string, text: string): Step | undefined {
  const source = resolved(document, value);
  const maps = isSeq(source) ? source.items.map((each) => resolved(document, each as Node)) : [source];
  return maps.map((map) => (isMap(map) ? entry(document, map, key, text) : undefined)).find(Boolean);
}
