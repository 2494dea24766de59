import { closest } from '../validate/closest';
import { isObject } from './constructs';
import { type Context, Misuse } from './context';
import type { Asymmetric, Name } from './types';

const isPattern = (name: unknown): name is RegExp =>
  Object.prototype.toString.call(name) === '[object RegExp]';

const isAsymmetric = (name: unknown): name is Asymmetric => isObject(name) && 'asymmetricMatch' in name;

/** @throws Misuse if it is not a name */
export function checkedName(name: unknown, what: string): Name {
  if ((typeof name === 'string' && name) || isPattern(name) || isAsymmetric(name)) return name as Name;
  throw new Misuse(
    `${what} must be a string, a regular expression or an asymmetric matcher, not ${name === '' ? 'an empty string' : (JSON.stringify(name) ?? String(name))}`,
  );
}

export function isNamed(actual: string, name: Name, { equals }: Context): boolean {
  if (isPattern(name)) return actual.search(name) >= 0;
  return equals(actual, name);
}

/** A name as messages show it. */
export function nameText(name: Name): string {
  if (typeof name === 'string') return JSON.stringify(name);
  return isPattern(name) ? String(name) : asymmetricText(name as AsymmetricText);
}

/** As jest and vitest print one: some of their matchers name what they look for, others only themselves. */
interface AsymmetricText {
  readonly sample?: unknown;
  toAsymmetricMatcher?(): string;
}

function asymmetricText(name: AsymmetricText): string {
  const text = name.toAsymmetricMatcher?.() ?? String(name);
  const { sample } = name;
  return typeof sample === 'string' && !text.includes(sample)
    ? `${text} ${JSON.stringify(sample)}`
    : isPattern(sample) && !text.includes(String(sample))
      ? `${text} ${String(sample)}`
      : text;
}

/** A question in the case of a name that is near. */
export function didYouMean(name: Name, candidates: readonly string[]): string | undefined {
  const near =
    typeof name === 'string'
      ? (closest(name, candidates) ?? candidates.find((candidate) => candidate.includes(name)))
      : undefined;
  return near === undefined ? undefined : `Did you mean "${near}"?`;
}
