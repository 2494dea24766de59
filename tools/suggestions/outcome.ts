import { isDeepStrictEqual } from 'node:util';
import { Source } from '../../lib/manifest/source';
import type { Lines } from '../../lib/manifest/text';
import type { YamlDocument } from '../../lib/manifest/yaml-document';
import type { EngineOptions } from '../../lib/validate/engine';
import type { Finding } from '../../lib/validate/finding';
import { judgeSource } from '../../lib/validate/judged';
import { changed, type Change } from './change';
import { manifestText } from './manifest-text';
import { placesIn, wayOf, type Way } from './places';
import { changesOf } from './shapes';

/** A manifest with a mistake in it. */
export interface Mutant {
  readonly id: string;
  readonly text: string;
  /** The manifest without the mistake, if that is known. */
  readonly original?: unknown;
}

/** How it goes when a suggestion is followed, the best first. */
export const RESULTS = ['gone', 'hidden', 'other', 'stays', 'lost'] as const;
export type Result = (typeof RESULTS)[number];

/** What following one suggestion led to. */
export interface Outcome {
  readonly id: string;
  readonly finding: Finding;
  /** The form of the suggestion; absent if a person has to decide something. */
  readonly shape?: string;
  /** The results of all that the suggestion offers. */
  readonly results: readonly Result[];
  /** The findings that are new. */
  readonly fresh: readonly Finding[];
  /** Whether one of the changes makes the manifest what it was before the mistake. */
  readonly restored?: boolean;
}

/** Follows each suggestion about an error in a manifest. */
export function followed({ id, text, original }: Mutant, options: EngineOptions): Outcome[] {
  const source = new Source(text);
  const document = onlyDocument(source);
  if (!document) return [];
  const manifest: unknown = document.value;
  const before = findingsOf(text, options);
  const errors = before.filter(({ level, suggestion }) => level === 'error' && suggestion !== undefined);
  return errors.map((finding) => {
    const subject = {
      manifest,
      way: placeOf(finding, document, source.lines, manifest),
      isKey: isAboutKey(finding),
      message: finding.message,
    };
    const answer = changesOf(finding.suggestion!, subject);
    if (!answer) return { id, finding, results: [], fresh: [] };
    const tried = answer.changes.map((change) =>
      tryOut(change, finding, { manifest, before, original }, options),
    );
    return {
      id,
      finding,
      shape: answer.shape,
      results: tried.map(({ result }) => result),
      fresh: tried.flatMap(({ fresh }) => fresh),
      restored: original === undefined ? undefined : tried.some(({ restored }) => restored),
    };
  });
}

interface Before {
  readonly manifest: unknown;
  readonly before: readonly Finding[];
  readonly original?: unknown;
}

interface Trial {
  readonly result: Result;
  readonly fresh: readonly Finding[];
  readonly restored: boolean;
}

function tryOut(
  change: Change,
  finding: Finding,
  { manifest, before, original }: Before,
  options: EngineOptions,
): Trial {
  const after = changed(manifest, change);
  if (after === undefined) return { result: 'lost', fresh: [], restored: false };
  const text = manifestText(after);
  const left = findingsOf(text, options);
  const known = new Set(before.map(keyOf));
  const fresh = left.filter((one) => one.level !== 'info' && !known.has(keyOf(one)));
  const restored =
    original !== undefined && isDeepStrictEqual(onlyDocument(new Source(text))?.value, original);
  if (left.some((one) => keyOf(one) === keyOf(finding) && one.message === finding.message)) {
    return { result: 'stays', fresh, restored };
  }
  const errors = fresh.filter(({ level }) => level === 'error');
  if (original === undefined) return { result: errors.length ? 'other' : 'gone', fresh: errors, restored };
  const there = new Set(fresh.length ? findingsOf(manifestText(original), options).map(keyOf) : []);
  if (fresh.some((one) => !there.has(keyOf(one)))) return { result: 'other', fresh, restored };
  return { result: errors.length ? 'hidden' : 'gone', fresh, restored };
}

const keyOf = ({ rule, path }: Finding) => `${rule} ${path}`;

/** The document of a text that contains one manifest, and nothing that is wrong with it as YAML. */
function onlyDocument(source: Source): YamlDocument | undefined {
  const [first, ...more] = [...source.documents()].filter(({ value }) => value !== null);
  return first?.value !== undefined && !more.length && !first.problems.length ? first : undefined;
}

const findingsOf = (text: string, options: EngineOptions) =>
  [...judgeSource(new Source(text), options)].flatMap((judged) => judged.findings());

/** Where a finding is: its path, unless its position is that of another field, where the manifest has it. */
function placeOf({ path, position }: Finding, document: YamlDocument, lines: Lines, manifest: unknown): Way {
  const way = wayOf(path);
  const isShown = (at: Way) => {
    const { key, value = key } = document.locate(at);
    return position !== undefined && [key, value].some((offset) => isAt(lines.at(offset), position));
  };
  if (isShown(way)) return way;
  const shown = placesIn(manifest).filter((place) => isShown(place.way));
  return shown.at(-1)?.way ?? way;
}

const isAt = (one: Finding['position'] & object, other: Finding['position'] & object) =>
  one.line === other.line && one.column === other.column;

/** Whether the key is the mistake, not the value. */
function isAboutKey({ rule, path, message }: Finding): boolean {
  const key = /\[([^\]]+)\]$/.exec(path)?.[1];
  return rule === 'unknown-field' || (key !== undefined && message.startsWith(`Invalid value: "${key}"`));
}
