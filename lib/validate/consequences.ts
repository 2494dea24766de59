import type { EngineOptions } from './engine';
import { setOwn } from '../object/set-own';
import type { PathSegment } from './path';
import type { RawFinding } from './collector';

/*
 * One mistake, one finding: a server also lists the consequences of a mistake, which status shows. Other
 * reports contain only the mistake.
 */

/** Judges a manifest, which is done again with what was probably meant. */
type Judge = (manifest: unknown, options: EngineOptions) => { readonly findings: readonly RawFinding[] };

/** The findings without those that are gone once each misspelt value is what was probably meant. */
export function withoutConsequences(
  manifest: unknown,
  all: readonly RawFinding[],
  options: EngineOptions,
  judge: Judge,
): readonly RawFinding[] {
  const findings = withoutReplaced(all);
  if (!findings.some(isOfValue)) return findings;
  const mistakes = withoutWider(findings);
  const misspelt = findings.filter(({ meant }) => meant !== undefined);
  const correction = new Correction(manifest);
  for (const { path, at = path, meant } of misspelt) correction.set(at.segments(), meant);
  if (correction.manifest === manifest) return mistakes;
  const places = new Set(findings.filter(isOfValue).map(placeOf));
  const left = new Set(judge(correction.manifest, options).findings.map(keyOf));
  return mistakes.filter((finding) => places.has(placeOf(finding)) || left.has(keyOf(finding)));
}

const isOfValue = ({ meant, among }: RawFinding) => meant !== undefined || among !== undefined;

const placeOf = ({ path, at = path }: RawFinding) => at.toString();

const keyOf = ({ rule, path }: RawFinding) => `${rule} ${path.toString()}`;

/**
 * Leaves out a server's warnings that a finding of ours stands for, which is about the same item or a field
 * of it.
 */
function withoutReplaced(findings: readonly RawFinding[]): readonly RawFinding[] {
  const replaced = new Set(
    findings.flatMap(({ insteadOf, path }) =>
      insteadOf === undefined ? [] : [...path.holders()].map((holder) => `${insteadOf} ${holder}`),
    ),
  );
  if (!replaced.size) return findings;
  return findings.filter(
    (finding) => (finding.related ?? finding.repeats) === undefined || !replaced.has(keyOf(finding)),
  );
}

/** Leaves out what is said of a value if another finding says that even less is supported. */
function withoutWider(findings: readonly RawFinding[]): readonly RawFinding[] {
  const least = new Map<string, number>();
  for (const finding of findings) {
    if (finding.among !== undefined) {
      least.set(placeOf(finding), Math.min(finding.among, least.get(placeOf(finding)) ?? Infinity));
    }
  }
  return findings.filter(
    (finding) => finding.among === undefined || finding.among === least.get(placeOf(finding)),
  );
}

interface Holder {
  [segment: PathSegment]: unknown;
}

/**
 * A manifest with other values in some places. It is copied as far as it changes, and no part of it twice.
 */
class Correction {
  private readonly copies = new Set<unknown>();

  constructor(public manifest: unknown) {}

  /** Sets a value; nothing is changed if the place is not there. */
  set(way: readonly PathSegment[], value: unknown): void {
    if (!isThere(this.manifest, way)) return;
    if (!way.length) return void (this.manifest = value);
    let holder = (this.manifest = this.copied(this.manifest));
    for (const segment of way.slice(0, -1)) {
      const inner = this.copied(holder[segment]);
      setOwn(holder, String(segment), inner);
      holder = inner;
    }
    setOwn(holder, String(way.at(-1)), value);
  }

  private copied(value: unknown): Holder {
    if (this.copies.has(value)) return value as Holder;
    const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Holder;
    this.copies.add(copy);
    return copy;
  }
}

function isThere(object: unknown, way: readonly PathSegment[]): boolean {
  let holder = object;
  for (const segment of way) {
    if (typeof holder !== 'object' || holder === null || !Object.hasOwn(holder, segment)) return false;
    holder = (holder as Holder)[segment];
  }
  return true;
}
