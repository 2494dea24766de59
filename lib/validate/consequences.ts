import { FIELD_TYPE } from './decode/rules';
import type { EngineOptions } from './engine';
import { setOwn } from '../object/set-own';
import { valueAt } from '../object/value-at';
import type { PathSegment } from './path';
import { MANIFEST_KIND } from './reading';
import type { RawFinding } from './collector';
import { CHECK_KIND, UNKNOWN_KIND } from './unknown-kinds/rules';

/*
 * One mistake, one finding: a server also lists the consequences of a mistake, which status shows. Other
 * reports contain only the mistake.
 */

/** Judges a manifest, which is done again with what was probably meant. */
type Judge = (manifest: unknown, options: EngineOptions) => { readonly findings: readonly RawFinding[] };

/** The findings without those that are gone once each mistake is replaced by what was probably meant. */
export function withoutConsequences(
  manifest: unknown,
  all: readonly RawFinding[],
  options: EngineOptions,
  judge: Judge,
): readonly RawFinding[] {
  const findings = withoutRepeated(manifest, withoutFollowing(withoutReplaced(all)));
  if (!findings.some(isCorrectable)) return findings;
  const mistakes = withoutWider(findings);
  const corrected = correct(manifest, findings);
  if (corrected === manifest) return mistakes;
  const wrong = findings.filter((finding) => isCorrectable(finding) && isSet(manifest, finding));
  const places = new Set(wrong.map(placeOf));
  const after = judge(corrected, options).findings;
  const left = new Set(after.map(keyOf));
  const errors = errorsByPlace(after);
  return mistakes
    .filter(
      (finding) =>
        places.has(placeOf(finding)) || left.has(keyOf(finding)) || finding.elsewhere !== undefined,
    )
    .map((finding) => (isQuoting(finding) ? withSecondMistake(finding, errors) : finding));
}

/** Whether quotes are missing from a scalar, or too many. */
const isQuoting = ({ rule, meant }: RawFinding) =>
  meant !== undefined && (rule === FIELD_TYPE.id || rule === MANIFEST_KIND.id);

/** A scalar that is wrong with quotes, or without, too, gets also the advice that it would get then. */
function withSecondMistake(finding: RawFinding, errors: ReadonlyMap<string, RawFinding>): RawFinding {
  const second = errors.get(placeOf(finding)) ?? errors.get(UNKNOWN_KIND.id);
  if (!second || second.suggestion === CHECK_KIND || keyOf(second) === keyOf(finding)) return finding;
  const { rule, suggestion = `change it: ${second.message}` } = second;
  const next = rule === UNKNOWN_KIND.id ? suggestion : `then ${suggestion}`;
  return { ...finding, suggestion: `${finding.suggestion}; ${next}` };
}

/** The first error in each place, and the one about the kind, which is about apiVersion, too. */
function errorsByPlace(findings: readonly RawFinding[]): ReadonlyMap<string, RawFinding> {
  const errors = new Map<string, RawFinding>();
  for (const finding of findings) {
    const place = finding.rule === UNKNOWN_KIND.id ? finding.rule : placeOf(finding);
    if (finding.level === 'error' && !errors.has(place)) errors.set(place, finding);
  }
  return errors;
}

/** The manifest with what was probably meant by the findings. */
function correct(manifest: unknown, findings: readonly RawFinding[]): unknown {
  const correction = new Correction(manifest);
  for (const { path, at = path, meant, meantField } of findings) {
    if (meantField) correction.move(at.segments(), meantField.segments());
    else if (meant !== undefined) correction.set(at.segments(), meant);
  }
  return correction.manifest;
}

const isCorrectable = ({ meant, meantField, among }: RawFinding) =>
  meant !== undefined || meantField !== undefined || among !== undefined;

/** Whether the manifest has what is wrong: defaults may have copied it from elsewhere. */
const isSet = (manifest: unknown, { path, at = path }: RawFinding) => isThere(manifest, at.segments());

const placeOf = ({ path, at = path }: RawFinding) => at.toString();

/** What makes a finding the same one after a correction. */
export const keyOf = ({ rule, path }: RawFinding) => `${rule} ${path.toString()}`;

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

/** Leaves out what a server says again of the same place, if what to do about it is the same. */
function withoutRepeated(manifest: unknown, findings: readonly RawFinding[]): readonly RawFinding[] {
  const told = new Set<string>();
  return findings.filter((finding) => {
    const { rule, level, suggestion, elsewhere } = finding;
    if (level !== 'error' || suggestion === undefined || elsewhere) return true;
    const key = `${rule} ${writtenPlace(manifest, finding)} ${suggestion}`;
    return told.size !== told.add(key).size;
  });
}

/** Where a value was written: a request that is not set is a copy of the limit (SetDefaults_Pod). */
function writtenPlace(manifest: unknown, finding: RawFinding): string {
  const segments = (finding.at ?? finding.path).segments();
  const isCopy = segments.at(-2) === 'requests' && !isSet(manifest, finding);
  return (isCopy ? [...segments.slice(0, -2), 'limits', ...segments.slice(-1)] : segments).join('\n');
}

/** Leaves out what is only said because something else is wrong that has a finding of its own. */
function withoutFollowing(findings: readonly RawFinding[]): readonly RawFinding[] {
  if (!findings.some(({ follows }) => follows)) return findings;
  const errors = findings.filter(({ level, follows }) => level === 'error' && !follows);
  const wrong = new Set(errors.flatMap(({ path }) => [...path.holders()]));
  return findings.filter(({ follows }) => !follows?.some((path) => wrong.has(path.toString())));
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
    if (isThere(this.manifest, way)) this.write(way, value);
  }

  /** Moves a field; nothing is changed if it is not there, or if there is another in the new place. */
  move(from: readonly PathSegment[], to: readonly PathSegment[]): void {
    if (!isThere(this.manifest, from) || !isFree(this.manifest, to)) return;
    const value = valueAt(this.manifest, from);
    delete this.holderOf(from)[from.at(-1)!];
    this.write(to, value);
  }

  private write(way: readonly PathSegment[], value: unknown): void {
    if (way.length) setOwn(this.holderOf(way), String(way.at(-1)), value);
    else this.manifest = value;
  }

  /** A copy of what holds a place, all of what holds that included; what is not there is made. */
  private holderOf(way: readonly PathSegment[]): Holder {
    let holder = (this.manifest = this.copied(this.manifest));
    for (const segment of way.slice(0, -1)) {
      const inner = this.copied(holder[segment]);
      setOwn(holder, String(segment), inner);
      holder = inner;
    }
    return holder;
  }

  private copied(value: unknown): Holder {
    if (this.copies.has(value)) return value as Holder;
    const copy = (Array.isArray(value) ? [...(value as unknown[])] : { ...(value as object) }) as Holder;
    this.copies.add(copy);
    return copy;
  }
}

const isObject = (value: unknown): value is Holder => typeof value === 'object' && value !== null;

function isThere(manifest: unknown, way: readonly PathSegment[]): boolean {
  if (!way.length) return true;
  const holder = valueAt(manifest, way.slice(0, -1));
  return isObject(holder) && Object.hasOwn(holder, way.at(-1)!);
}

/** Whether something can be put in a place: what holds it is no scalar. */
function isFree(manifest: unknown, way: readonly PathSegment[]): boolean {
  if (isThere(manifest, way)) return false;
  return way.every((_, depth) => {
    const holder = valueAt(manifest, way.slice(0, depth));
    return holder === undefined || holder === null || isObject(holder);
  });
}
