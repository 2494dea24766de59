import { quote } from '../../go/format';
import { fail } from '../values/value';
import { type Library, typed } from './declare';
import { Opaque } from './opaque';

class Semver extends Opaque<Semver> {
  readonly typeName = 'kubernetes.Semver';

  constructor(
    readonly numbers: readonly [major: bigint, minor: bigint, patch: bigint],
    readonly prerelease: readonly string[],
    readonly build: string,
  ) {
    super();
  }

  protected isSame(other: Semver): boolean {
    return compare(this, other) === 0;
  }

  toString(): string {
    const rest = this.prerelease.length ? `-${this.prerelease.join('.')}` : '';
    return `${this.numbers.join('.')}${rest}${this.build && `+${this.build}`}`;
  }
}

/** Why a text is no version, in the words of blang/semver. */
class Fault extends Error {}

const UINT64 = 2n ** 64n;

function numberOf(text: string, name: string): bigint {
  if (!/^\d*$/.test(text)) {
    throw new Fault(`Invalid character(s) found in ${name.toLowerCase()} number ${quote(text)}`);
  }
  if (/^0./.test(text)) throw new Fault(`${name} number must not contain leading zeroes ${quote(text)}`);
  if (text === '') throw new Fault('strconv.ParseUint: parsing "": invalid syntax');
  return within64Bits(text);
}

function within64Bits(text: string): bigint {
  const value = text.length > 20 ? UINT64 : BigInt(text);
  if (value >= UINT64) throw new Fault(`strconv.ParseUint: parsing ${quote(text)}: value out of range`);
  return value;
}

function parse(text: string): Semver {
  if (text === '') throw new Fault('Version string empty');
  const parts = splitInto3(text);
  if (parts.length !== 3) throw new Fault('No Major.Minor.Patch elements found');
  const [major, minor, rest] = parts;
  const numbers = [numberOf(major, 'Major'), numberOf(minor, 'Minor')];
  const [beforeBuild, build] = cut(rest, '+');
  const [patch, prerelease] = cut(beforeBuild, '-');
  const version = new Semver(
    [numbers[0], numbers[1], numberOf(patch, 'Patch')],
    prerelease?.split('.').map(prereleaseOf) ?? [],
    build ?? '',
  );
  build?.split('.').forEach(judgeBuild);
  return version;
}

/** At most three parts between dots: the last takes the rest. */
function splitInto3(text: string): string[] {
  const [major, minor, ...rest] = text.split('.');
  return [major, minor, ...(rest.length ? [rest.join('.')] : [])].filter((part) => part !== undefined);
}

function cut(text: string, separator: string): [before: string, after: string | undefined] {
  const at = text.indexOf(separator);
  return at < 0 ? [text, undefined] : [text.slice(0, at), text.slice(at + 1)];
}

function prereleaseOf(text: string): string {
  if (text === '') throw new Fault('Prerelease is empty');
  if (/^\d+$/.test(text)) {
    if (/^0./.test(text)) {
      throw new Fault(`Numeric PreRelease version must not contain leading zeroes ${quote(text)}`);
    }
    within64Bits(text);
  } else if (!/^[\da-zA-Z-]+$/.test(text)) {
    throw new Fault(`Invalid character(s) found in prerelease ${quote(text)}`);
  }
  return text;
}

function judgeBuild(text: string): void {
  if (text === '') throw new Fault('Build meta data is empty');
  if (!/^[\da-zA-Z-]+$/.test(text)) {
    throw new Fault(`Invalid character(s) found in build meta data ${quote(text)}`);
  }
}

/** Fills in what is missing of a version, and removes what is too much. */
function normalized(text: string): string {
  const parts = splitInto3(text.replace(/^v/, '')).map(withoutZeros);
  if (parts.length < 3 && /[+-]/.test(parts.at(-1)!)) {
    throw new Fault('short version cannot contain PreRelease/Build meta data');
  }
  while (parts.length < 3) parts.push('0');
  return parts.join('.');
}

function withoutZeros(text: string): string {
  if (text.length < 2) return text;
  const rest = text.replace(/^0+/, '');
  return /^\d/.test(rest) ? rest : `0${rest}`;
}

function attempt(text: string, isLenient: boolean): Semver | string {
  try {
    return parse(isLenient ? normalized(text) : text);
  } catch (error) {
    if (error instanceof Fault) return error.message;
    throw error;
  }
}

function semver(text: string, isLenient = false): Semver {
  const version = attempt(text, isLenient);
  return typeof version === 'string' ? fail(version) : version;
}

const isSemver = (text: string, isLenient = false) => typeof attempt(text, isLenient) !== 'string';

function compare(one: Semver, other: Semver): number {
  for (let index = 0; index < 3; index++) {
    if (one.numbers[index] !== other.numbers[index]) {
      return one.numbers[index] > other.numbers[index] ? 1 : -1;
    }
  }
  return comparePrereleases(one.prerelease, other.prerelease);
}

function comparePrereleases(one: readonly string[], other: readonly string[]): number {
  if (!one.length || !other.length) return Math.sign(other.length - one.length) && (one.length ? -1 : 1);
  for (let index = 0; index < Math.min(one.length, other.length); index++) {
    const order = compareParts(one[index], other[index]);
    if (order) return order;
  }
  return Math.sign(one.length - other.length);
}

/** Numbers come before words. */
function compareParts(one: string, other: string): number {
  if (one === other) return 0;
  const [isNumber, isOther] = [/^\d+$/.test(one), /^\d+$/.test(other)];
  if (isNumber && isOther) return BigInt(one) > BigInt(other) ? 1 : -1;
  if (isNumber !== isOther) return isNumber ? -1 : 1;
  return one > other ? 1 : -1;
}

/** Semantic versions (library.SemverLib, version 1). */
export const VERSIONS: readonly Library[] = [
  typed({
    'semver(string) -> kubernetes.Semver': semver,
    'semver(string, bool) -> kubernetes.Semver': semver,
    'isSemver(string) -> bool': isSemver,
    'isSemver(string, bool) -> bool': isSemver,
    'kubernetes.Semver.isGreaterThan(kubernetes.Semver) -> bool': (a: Semver, b: Semver) => compare(a, b) > 0,
    'kubernetes.Semver.isLessThan(kubernetes.Semver) -> bool': (a: Semver, b: Semver) => compare(a, b) < 0,
    'kubernetes.Semver.compareTo(kubernetes.Semver) -> int': (a: Semver, b: Semver) => BigInt(compare(a, b)),
    'kubernetes.Semver.major() -> int': ({ numbers }: Semver) => numbers[0],
    'kubernetes.Semver.minor() -> int': ({ numbers }: Semver) => numbers[1],
    'kubernetes.Semver.patch() -> int': ({ numbers }: Semver) => numbers[2],
  }),
];
