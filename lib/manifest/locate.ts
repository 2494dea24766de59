import { COLLECTION_STYLE, type Event, EVENT_ID, SCALAR_STYLE, type SequenceEvent } from './yaml/events';
import { aliasTargets, isMergeKey, keyText } from './keys';
import { plainName } from './key-names';
import { Dashes } from './dashes';
import { isBlockScalar, nodeEnds, offsetNear, offsetOf } from './offsets';

/** Offsets of a field in the source, or of its nearest parent that is there. */
export interface FieldLocation {
  /** Offset of the key, or of the item in a list. */
  readonly key: number;
  /** Offset of the value, where it is one scalar on the key's line. */
  readonly value?: number;
  /** The value as it is written, if it is a scalar without quotes or with a tag. */
  readonly written?: WrittenScalar;
  /** Whether the field itself is there. */
  readonly complete: boolean;
}

/** A scalar as it is written. */
export interface WrittenScalar {
  readonly text: string;
  /** Its tag: `!!int`. */
  readonly tag?: string;
  /** The anchor where it is written, if an alias refers to it. */
  readonly anchor?: string;
}

/** A node, and the offset of the key or item that it belongs to. */
interface NodeReference {
  readonly at: number;
  readonly key: number;
}

/**
 * Where the nodes of a document are. What comes by an alias or a merge key is where it is written. What is
 * found out of a list or a map is kept: a document with many findings is gone through once, not once a
 * finding.
 */
export class FieldLocator {
  /** For each node the index of the event after it. */
  private readonly ends: Int32Array;
  private readonly lists = new Map<number, readonly number[]>();
  private readonly maps = new Map<number, ReadonlyMap<string, NodeReference>>();
  private readonly dashes = new Map<number, Dashes>();
  private anchors: ReadonlyMap<number, number> | undefined;

  /** @param events those of the document */
  constructor(
    private readonly source: string,
    private readonly events: readonly Event[],
  ) {
    this.ends = nodeEnds(events);
  }

  /** Finds a field by its path. */
  locate(path: readonly (string | number)[]): FieldLocation {
    let here: NodeReference = { at: 1, key: offsetNear(this.events, 1) };
    for (const segment of path) {
      const next = this.step(this.target(here.at), segment);
      if (!next) return { key: here.key, complete: false };
      here = next;
    }
    const event = this.events[here.at];
    return {
      key: here.key,
      value: inlineOffset(event),
      written: this.written(here.at),
      complete: true,
    };
  }

  /** The node itself, or the one that it is an alias of. */
  private target(at: number): number {
    if (this.events[at].type !== EVENT_ID.ALIAS) return at;
    this.anchors ??= aliasTargets(this.source, this.events);
    return this.anchors.get(at) ?? at;
  }

  private written(at: number): WrittenScalar | undefined {
    const event = this.events[this.target(at)];
    if (event.type !== EVENT_ID.SCALAR) return undefined;
    const { style, tagStart, anchorStart, anchorEnd } = event;
    const tag = tagStart < 0 ? undefined : /^\S+/.exec(this.source.slice(tagStart))![0];
    if (style !== SCALAR_STYLE.PLAIN && tag === undefined) return undefined;
    const aliased = this.events[at] !== event;
    const anchor = aliased ? this.source.slice(anchorStart, anchorEnd) : undefined;
    return { text: this.source.slice(event.valueStart, event.valueEnd), tag, anchor };
  }

  private step(at: number, segment: string | number): NodeReference | undefined {
    const { type } = this.events[at];
    if (type === EVENT_ID.SEQUENCE) return this.item(at, Number(segment));
    return type === EVENT_ID.MAPPING ? this.entries(at).get(String(segment)) : undefined;
  }

  private item(list: number, index: number): NodeReference | undefined {
    const at = cached(this.lists, list, () => this.itemsOf(list))[index];
    if (at === undefined) return undefined;
    const { style, start } = this.events[list] as SequenceEvent;
    const offset = offsetOf(this.events[at]);
    const dashed =
      style === COLLECTION_STYLE.BLOCK && (offset === undefined || isBlockScalar(this.events[at]));
    return {
      at,
      key: dashed
        ? cached(this.dashes, list, () => new Dashes(this.source, start)).at(index)
        : (offset ?? start),
    };
  }

  private itemsOf(list: number): number[] {
    const items: number[] = [];
    for (let at = list + 1; this.events[at].type !== EVENT_ID.POP; at = this.ends[at]) items.push(at);
    return items;
  }

  private entries(map: number): ReadonlyMap<string, NodeReference> {
    return cached(this.maps, map, () => this.entriesOf(map));
  }

  /** Of several entries with a key, the last is the one that counts. */
  private entriesOf(map: number): ReadonlyMap<string, NodeReference> {
    const entries = new Map<string, NodeReference>();
    for (let at = map + 1; this.events[at].type !== EVENT_ID.POP; at = this.ends[this.ends[at]]) {
      const value = this.ends[at];
      if (isMergeKey(this.source, this.events[at])) {
        this.merge(value, entries);
        continue;
      }
      const key = this.keyText(at);
      if (key !== undefined) entries.set(key, { at: value, key: offsetNear(this.events, at) });
    }
    return entries;
  }

  /** Adds the entries of the maps that are merged: of several, the first wins. */
  private merge(value: number, entries: Map<string, NodeReference>): void {
    const source = this.target(value);
    if (this.events[source].type === EVENT_ID.SEQUENCE) {
      for (const item of this.itemsOf(source).reverse()) this.merge(item, entries);
    } else if (this.events[source].type === EVENT_ID.MAPPING) {
      for (const [key, step] of this.entries(source)) entries.set(key, step);
    }
  }

  private keyText(at: number): string | undefined {
    const event = this.events[this.target(at)];
    return (
      plainName(this.source, event) ??
      (event.type === EVENT_ID.SCALAR ? keyText(this.source, event) : undefined)
    );
  }
}

function cached<T>(known: Map<number, T>, at: number, make: () => T): T {
  let found = known.get(at);
  if (found === undefined) known.set(at, (found = make()));
  return found;
}

function inlineOffset(event: Event): number | undefined {
  const oneLine =
    event.type === EVENT_ID.ALIAS ||
    (event.type === EVENT_ID.SCALAR && event.valueStart >= 0 && !isBlockScalar(event));
  return oneLine ? offsetOf(event) : undefined;
}
