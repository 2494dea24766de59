import { type Event, EVENT_ID, getScalarValue, type MappingEvent, SCALAR_STYLE, type ScalarEvent, type SequenceEvent } from 'js-yaml';
import { plainName } from './names';
import { resolvePlain, resolveTagged, type ScalarValue } from './scalars';
import { YamlFailure, type YamlProblem } from './yaml-problem';
import { put } from '../put';

/** A value that an anchor names, and how many nodes it takes to write it out. */
interface Anchored {
  readonly value: unknown;
  readonly nodes: number;
}

type NodeEvent = Exclude<Event, { type: typeof EVENT_ID.DOCUMENT | typeof EVENT_ID.POP }>;

/** Makes the value of one document from the parser's events, as kubectl makes JSON of YAML. */
export class Builder {
  readonly duplicates: YamlProblem[] = [];
  private at = 1;
  /** Nodes in all, and of them those that came by alias. */
  private nodes = 0;
  private aliased = 0;
  private readonly anchors = new Map<string, Anchored | 'open'>();

  /** @param events those of one document; none where the text has only comments */
  constructor(private readonly source: string, private readonly events: readonly Event[]) {}

  build(): unknown {
    const empty = this.events.length === 0 || this.events[1].type === EVENT_ID.POP;
    return empty ? null : this.value();
  }

  private value(): unknown {
    const event = this.events[this.at++] as NodeEvent;
    this.nodes++;
    if (event.type === EVENT_ID.ALIAS) return this.alias(this.source.slice(event.anchorStart, event.anchorEnd), offsetOf(event));
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
    const anchored = this.anchors.get(name);
    if (!anchored) throw new YamlFailure(`unknown anchor '${name}' referenced`, offset, `define it before with &${name}`);
    if (anchored === 'open') throw new YamlFailure(`anchor '${name}' value contains itself`, offset, 'an alias cannot stand inside of what it repeats');
    this.nodes += anchored.nodes;
    this.aliased += anchored.nodes;
    if (this.aliased > 100 && this.nodes > 1000 && this.aliased / this.nodes > allowedAliasShare(this.nodes)) {
      throw new YamlFailure('document contains excessive aliasing', offset, 'write the values out');
    }
    return anchored.value;
  }

  private content(event: ScalarEvent | SequenceEvent | MappingEvent): unknown {
    switch (event.type) {
      case EVENT_ID.SCALAR: return this.scalar(event);
      case EVENT_ID.SEQUENCE: return this.sequence();
      case EVENT_ID.MAPPING: return this.mapping();
    }
  }

  private scalar(event: ScalarEvent): ScalarValue {
    const text = getScalarValue(this.source, event);
    const plain = event.style === SCALAR_STYLE.PLAIN;
    if (event.tagStart < 0) return this.finite(plain ? resolvePlain(text) : text, event);
    const tag = this.source.slice(event.tagStart, event.tagEnd);
    const value = resolveTagged(tag, text, plain);
    if (value === undefined) throw new YamlFailure(`cannot decode \`${text}\` as a ${tag}`, event.tagStart, `remove ${tag}`);
    return this.finite(value, event);
  }

  private finite(value: ScalarValue, event: ScalarEvent): ScalarValue {
    if (typeof value !== 'number' || Number.isFinite(value)) return value;
    throw new YamlFailure(`${value} is no JSON value`, event.valueStart, 'write it in quotes or as a finite number');
  }

  private sequence(): unknown[] {
    const items: unknown[] = [];
    while (this.events[this.at].type !== EVENT_ID.POP) items.push(this.value());
    this.at++;
    return items;
  }

  private mapping(): object {
    const map: { [key: string]: unknown } = {};
    const starts: number[] = [];
    while (this.events[this.at].type !== EVENT_ID.POP) {
      const start = this.at;
      const key = this.key();
      const value = this.value();
      if (key === MERGE) merge(map, mergeSources(value, offsetOf(this.events[start])));
      else this.set(map, key, value, start, starts);
    }
    this.at++;
    return map;
  }

  /** @param starts where the map's keys before this one are, other than merges */
  private set(map: { [key: string]: unknown }, key: string, value: unknown, start: number, starts: number[]): void {
    const before = map[key] !== undefined && Object.hasOwn(map, key) ? starts.filter((other) => this.keyAt(other) === key).at(-1) : undefined;
    if (before !== undefined) this.duplicates.push(duplicate(key, offsetOf(this.events[start]), offsetOf(this.events[before])));
    starts.push(start);
    put(map, key, value);
  }

  private keyAt(start: number): string | typeof MERGE {
    const { at } = this;
    this.at = start;
    const key = this.key();
    this.at = at;
    return key;
  }

  private key(): string | typeof MERGE {
    const event = this.events[this.at];
    const name = plainName(this.source, event);
    if (name === undefined) return this.anyKey(offsetOf(event));
    this.at++;
    this.nodes++;
    return name;
  }

  private anyKey(offset: number): string | typeof MERGE {
    const event = this.events[this.at] as NodeEvent;
    if (event.type === EVENT_ID.SCALAR && event.style === SCALAR_STYLE.PLAIN && event.tagStart < 0 && getScalarValue(this.source, event) === '<<') {
      this.at++;
      return MERGE;
    }
    const key = this.value();
    if (key === null) throw new YamlFailure('a key is empty', offset, 'write the key in quotes: "null"');
    if (typeof key === 'object') throw new YamlFailure('a key is a list or a map', offset, 'write a string as key, in quotes');
    return String(key);
  }
}

const MERGE = Symbol('<<');

/** As kubectl's reader does it: over what stands before, under what follows; of several, the first wins. */
function merge(map: { [key: string]: unknown }, sources: readonly object[]): void {
  for (const source of [...sources].reverse()) {
    for (const [key, value] of Object.entries(source)) put(map, key, value);
  }
}

function mergeSources(value: unknown, offset: number): object[] {
  const sources = Array.isArray(value) ? value : [value];
  if (sources.every((source) => typeof source === 'object' && source !== null && !Array.isArray(source))) return sources;
  throw new YamlFailure('map merge requires map or sequence of maps as the value', offset, 'merge an alias of a map: <<: *name');
}

const duplicate = (key: string, offset: number, first: number): YamlProblem => ({ rule: 'duplicate-key', message: `key "${key}" is already set`, offset, first });

/** Where a node begins in the source. */
export function offsetOf(event: Event): number {
  switch (event.type) {
    case EVENT_ID.SCALAR: return event.anchorStart >= 0 ? event.anchorStart - 1 : event.valueStart;
    case EVENT_ID.SEQUENCE: case EVENT_ID.MAPPING: return event.start;
    case EVENT_ID.ALIAS: return event.anchorStart - 1;
    default: return 0;
  }
}

/** allowedAliasRatio, go.yaml.in/yaml/v2 decode.go. */
function allowedAliasShare(nodes: number): number {
  const [low, high] = [400_000, 4_000_000];
  if (nodes <= low) return 0.99;
  return nodes >= high ? 0.1 : 0.99 - 0.89 * ((nodes - low) / (high - low));
}
