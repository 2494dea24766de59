import {
  COLLECTION_STYLE,
  type Event,
  EVENT_ID,
  scalarText,
  type MappingEvent,
  SCALAR_STYLE,
  type ScalarEvent,
  type SequenceEvent,
} from './yaml/events';
import { isMergeKey, keyText, scalarValue } from './keys';
import { plainName } from './key-names';
import { offsetNear, skip } from './offsets';
import { nameOfTag, type ScalarValue, tagOf } from './scalars';
import { keyProblems, type MisreadKey, type RepeatedKey } from './key-problems';
import { YamlFailure, type YamlProblem } from './yaml-problem';
import { setOwn } from '../object/set-own';
import { merge, mergeSources } from './merge';

/** A value that an anchor names, and how many nodes it takes to write it out. */
interface AnchoredValue {
  readonly value: unknown;
  readonly nodes: number;
}

type NodeEvent = Exclude<Event, { type: typeof EVENT_ID.DOCUMENT | typeof EVENT_ID.POP }>;

/** Makes the value of one document from the parser's events, as kubectl makes JSON of YAML. */
export class Builder {
  private readonly repeatedKeys: RepeatedKey[] = [];
  /** By where they are: a key may be read several times. */
  private readonly misreadKeys = new Map<number, MisreadKey>();
  private at = 1;
  /** Nodes in all, and of them those that came by alias. */
  private nodes = 0;
  private aliased = 0;
  private readonly anchors = new Map<string, AnchoredValue | 'open'>();

  /** @param events those of one document; none where the text has only comments */
  constructor(
    private readonly source: string,
    private readonly events: readonly Event[],
  ) {}

  get problems(): readonly YamlProblem[] {
    return keyProblems(this.source, this.repeatedKeys, this.misreadKeys);
  }

  build(): unknown {
    const empty = this.events.length === 0 || this.events[1].type === EVENT_ID.POP;
    return empty ? null : this.value();
  }

  private value(): unknown {
    const event = this.events[this.at++] as NodeEvent;
    this.nodes++;
    if (event.type === EVENT_ID.ALIAS) {
      return this.alias(this.source.slice(event.anchorStart, event.anchorEnd), event.anchorStart - 1);
    }
    if (event.anchorStart < 0) return this.content(event);
    return this.anchored(this.source.slice(event.anchorStart, event.anchorEnd), event);
  }

  private anchored(name: string, event: ScalarEvent | SequenceEvent | MappingEvent): unknown {
    this.anchors.set(name, 'open');
    const before = this.nodes;
    const value = this.content(event);
    this.anchors.set(name, { value, nodes: this.nodes - before + 1 });
    return value;
  }

  private alias(name: string, offset: number): unknown {
    const anchored = this.anchors.get(name)!;
    if (anchored === 'open') {
      throw new YamlFailure(
        `anchor '${name}' value contains itself`,
        offset,
        'an alias cannot be part of the value it refers to',
      );
    }
    this.nodes += anchored.nodes;
    this.aliased += anchored.nodes;
    if (
      this.aliased > 100 &&
      this.nodes > 1000 &&
      this.aliased / this.nodes > allowedAliasShare(this.nodes)
    ) {
      throw new YamlFailure('document contains excessive aliasing', offset, 'write out the values');
    }
    return anchored.value;
  }

  private content(event: ScalarEvent | SequenceEvent | MappingEvent): unknown {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        return this.scalar(event);
      case EVENT_ID.SEQUENCE:
        return this.sequence();
      case EVENT_ID.MAPPING:
        return this.mapping();
    }
  }

  private scalar(event: ScalarEvent): ScalarValue {
    const value = scalarValue(this.source, event);
    if (value === undefined) throw this.tagMismatch(event);
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    throw new YamlFailure(
      `${value} is not a JSON value`,
      event.valueStart,
      `quote it, if it is a text: "${this.written(event)}"; otherwise use a finite number`,
    );
  }

  private written({ valueStart, valueEnd }: ScalarEvent): string {
    return this.source.slice(valueStart, valueEnd);
  }

  private tagMismatch(event: ScalarEvent): YamlFailure {
    const tag = `!!${nameOfTag(event.tag)}`;
    const text = scalarText(this.source, event);
    const message =
      tag === '!!binary'
        ? '!!binary value contains invalid base64 data'
        : `cannot decode ${tagOf(text)} \`${text}\` as a ${tag}`;
    return new YamlFailure(message, event.tagStart, `remove ${tag}`);
  }

  private sequence(): unknown[] {
    const items: unknown[] = [];
    while (this.events[this.at].type !== EVENT_ID.POP) items.push(this.value());
    this.at++;
    return items;
  }

  private mapping(): object {
    const map: { [key: string]: unknown } = {};
    const first = this.at;
    let repeated: Map<string | typeof MERGE, number> | undefined;
    while (this.events[this.at].type !== EVENT_ID.POP) {
      const start = this.at;
      const key = this.key();
      const value = this.value();
      if (key === MERGE) {
        merge(map, mergeSources(value, this.offset(start)));
        continue;
      }
      if (map[key] !== undefined && Object.hasOwn(map, key)) {
        repeated = this.repeat(key, start, repeated ?? this.keysBetween(first, start), this.isTop(first));
      } else {
        repeated?.set(key, start);
      }
      setOwn(map, key, value);
    }
    this.at++;
    return map;
  }

  /** Notes a key that is there before, if it does not come by a merge. */
  private repeat<T extends Map<string | typeof MERGE, number>>(
    key: string,
    start: number,
    before: T,
    isTop: boolean,
  ): T {
    const first = before.get(key);
    if (first !== undefined) {
      this.repeatedKeys.push({ key, offset: this.offset(start), first: this.offset(first), isTop });
    }
    before.set(key, start);
    return before;
  }

  /** Whether a map that begins with a key is the whole document, in lines. */
  private isTop(first: number): boolean {
    return first === FIRST_KEY && (this.events[1] as MappingEvent).style === COLLECTION_STYLE.BLOCK;
  }

  /** Where the keys of a map are that stand before one of them. */
  private keysBetween(first: number, start: number): Map<string | typeof MERGE, number> {
    const { nodes, aliased } = this;
    const keys = new Map<string | typeof MERGE, number>();
    for (let at = first; at < start; at = skip(this.events, skip(this.events, at))) {
      keys.set(this.keyAt(at), at);
    }
    [this.nodes, this.aliased] = [nodes, aliased];
    return keys;
  }

  private keyAt(start: number): string | typeof MERGE {
    const { at } = this;
    this.at = start;
    const key = this.key();
    this.at = at;
    return key;
  }

  private key(): string | typeof MERGE {
    const name = plainName(this.source, this.events[this.at]);
    if (name === undefined) return this.anyKey();
    this.at++;
    this.nodes++;
    return name;
  }

  private anyKey(): string | typeof MERGE {
    const at = this.at;
    if (isMergeKey(this.source, this.events[at])) {
      this.at++;
      return MERGE;
    }
    const event = this.events[at];
    const text = event.type === EVENT_ID.SCALAR ? keyText(this.source, event) : undefined;
    if (text !== undefined && (event as ScalarEvent).anchorStart < 0) {
      this.at++;
      this.nodes++;
      this.checkKey(event as ScalarEvent, text);
      return text;
    }
    const key = this.value();
    if (typeof key === 'bigint' && text === undefined) {
      throw new YamlFailure('unsupported map key of type: uint64', this.offset(at), this.quoteKey(at));
    }
    if (key === null) throw new YamlFailure('empty key', this.offset(at), this.quoteKey(at));
    if (typeof key === 'object') {
      throw new YamlFailure('a list or map used as a key', this.offset(at), 'use a quoted string as the key');
    }
    return text ?? String(key);
  }

  private quoteKey(at: number): string {
    const event = this.events[at];
    return `quote the key: "${event.type === EVENT_ID.SCALAR ? this.written(event) : ''}"`;
  }

  /** Without quotes, `on` is a boolean and `012` a number, which have texts of their own. */
  private checkKey(event: ScalarEvent, key: string): void {
    const { style, tagStart, valueStart } = event;
    const written = this.written(event);
    if (style === SCALAR_STYLE.PLAIN && tagStart < 0 && written !== key) {
      this.misreadKeys.set(valueStart, { written, key, offset: valueStart });
    }
  }

  private offset(at: number): number {
    return offsetNear(this.events, at);
  }
}

const MERGE = Symbol('<<');

/** The event of the first key of a document that is a map. */
const FIRST_KEY = 2;

/** allowedAliasRatio, go.yaml.in/yaml/v2 decode.go. */
function allowedAliasShare(nodes: number): number {
  const [low, high] = [400_000, 4_000_000];
  if (nodes <= low) return 0.99;
  return nodes >= high ? 0.1 : 0.99 - 0.89 * ((nodes - low) / (high - low));
}
