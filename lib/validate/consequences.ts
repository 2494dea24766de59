import type { EngineOptions } from './engine';
import { put } from '../put';
import type { PathSegment } from './path';
import type { RawFinding } from './verdict';

/*
 * One mistake, one finding: a server lists all that follows from a mistake, which status shows. People are told of the
 * mistake alone.
 */

/** Judges a manifest, which is done again with what was probably meant. */
type Judge = (manifest: unknown, options: EngineOptions) => { readonly findings: readonly RawFinding[] };

/** The findings without those that are gone once each misspelt value is what was probably meant. */
export function withoutConsequences(manifest: unknown, all: readonly RawFinding[], options: EngineOptions, judge: Judge): readonly RawFinding[] {
  const findings = withoutReplaced(all);
  if (!findings.some(isOfValue)) return findings;
  const mistakes = findings.filter((finding) => !isSaidNarrower(finding, findings));
  const misspelt = findings.filter(({ meant }) => meant !== undefined);
  const corrected = misspelt.reduce((copy, { path, at = path, meant }) => withValue(copy, at.segments(), meant), manifest);
  if (corrected === manifest) return mistakes;
  const places = new Set(findings.filter(isOfValue).map(placeOf));
  const left = new Set(judge(corrected, options).findings.map(keyOf));
  return mistakes.filter((finding) => places.has(placeOf(finding)) || left.has(keyOf(finding)));
}

const isOfValue = ({ meant, among }: RawFinding) => meant !== undefined || among !== undefined;

const placeOf = ({ path, at = path }: RawFinding) => at.toString();

const keyOf = ({ rule, path }: RawFinding) => `${rule} ${path.toString()}`;

/** Leaves out a server's warnings that a finding of ours stands for, which is about the same item or a field of it. */
function withoutReplaced(findings: readonly RawFinding[]): readonly RawFinding[] {
  const replacing = findings.filter(({ insteadOf }) => insteadOf !== undefined);
  if (!replacing.length) return findings;
  return findings.filter((finding) => (finding.related ?? finding.repeats) === undefined || !replacing.some((other) => isReplaced(finding, other)));
}

const isReplaced = ({ rule, path }: RawFinding, by: RawFinding) => by.insteadOf === rule && `${by.path.toString()}.`.startsWith(`${path.toString()}.`);

/** Whether another finding says of the same value that even less is supported. */
function isSaidNarrower(finding: RawFinding, findings: readonly RawFinding[]): boolean {
  const { among } = finding;
  if (among === undefined) return false;
  const place = placeOf(finding);
  return findings.some((other) => other.among !== undefined && other.among < among && placeOf(other) === place);
}

/** A copy with another value in one place; the same object if the place is not there. */
function withValue(object: unknown, [segment, ...below]: readonly PathSegment[], value: unknown): unknown {
  if (segment === undefined) return value;
  if (typeof object !== 'object' || object === null || !Object.hasOwn(object, segment)) return object;
  const before = (object as { readonly [key: PathSegment]: unknown })[segment];
  const after = withValue(before, below, value);
  if (after === before) return object;
  if (Array.isArray(object)) return object.map((item: unknown, index) => (index === segment ? after : item));
  const copy = { ...object };
  put(copy, String(segment), after);
  return copy;
}
