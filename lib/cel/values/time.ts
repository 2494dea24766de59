import { trimEnd } from '../../text/trim';
import { CelObject, type Value } from './value';

const SECOND = 1_000_000_000n;

const order = (one: bigint, other: bigint) => (one < other ? -1 : one > other ? 1 : 0);

/** A length of time in nanoseconds. */
export class Duration extends CelObject {
  readonly typeName = 'google.protobuf.Duration';

  constructor(readonly nanos: bigint) {
    super();
  }

  override get isZero(): boolean {
    return this.nanos === 0n;
  }

  equals(other: Value): boolean {
    return other instanceof Duration && other.nanos === this.nanos;
  }

  override compareTo(other: Value): number | undefined {
    return other instanceof Duration ? order(this.nanos, other.nanos) : undefined;
  }

  /** Seconds, as string(duration) has them. */
  get seconds(): string {
    const whole = this.nanos / SECOND;
    const rest = this.nanos % SECOND;
    if (rest === 0n) return `${whole}s`;
    const sign = this.nanos < 0n ? '-' : '';
    const digits = withoutZeros(absolute(rest).toString().padStart(9, '0'));
    return `${sign}${absolute(whole)}.${digits}s`;
  }

  /** As Go's time package shows it: `1h30m0s`. */
  toString(): string {
    const nanos = absolute(this.nanos);
    const sign = this.nanos < 0n ? '-' : '';
    if (nanos === 0n) return '0s';
    if (nanos < 1000n) return `${sign}${nanos}ns`;
    if (nanos < 1_000_000n) return `${sign}${fraction(nanos, 3)}µs`;
    if (nanos < SECOND) return `${sign}${fraction(nanos, 6)}ms`;
    const minutes = nanos / (60n * SECOND);
    const seconds = `${fraction(nanos % (60n * SECOND), 9)}s`;
    if (minutes === 0n) return sign + seconds;
    return `${sign}${minutes >= 60n ? `${minutes / 60n}h` : ''}${minutes % 60n}m${seconds}`;
  }
}

const withoutZeros = (digits: string) => trimEnd(digits, '0');

const absolute = (value: bigint) => (value < 0n ? -value : value);

function fraction(value: bigint, digits: number): string {
  const unit = 10n ** BigInt(digits);
  const rest = withoutZeros((value % unit).toString().padStart(digits, '0'));
  return `${value / unit}${rest && `.${rest}`}`;
}

/** A moment, in nanoseconds since 1970, and the offset from UTC in minutes that it was written with. */
export class Timestamp extends CelObject {
  readonly typeName = 'google.protobuf.Timestamp';

  constructor(
    readonly nanos: bigint,
    readonly offset = 0,
  ) {
    super();
  }

  equals(other: Value): boolean {
    return other instanceof Timestamp && other.nanos === this.nanos;
  }

  override compareTo(other: Value): number | undefined {
    return other instanceof Timestamp ? order(this.nanos, other.nanos) : undefined;
  }

  /** Seconds since 1970, rounded down. */
  get seconds(): bigint {
    return floorDivide(this.nanos, SECOND);
  }

  /** Nanoseconds within the second. */
  get nanosecond(): bigint {
    return this.nanos - this.seconds * SECOND;
  }

  /** RFC 3339 with as many digits as there are. */
  get text(): string {
    const local = new Date(Number(this.seconds + BigInt(this.offset) * 60n) * 1000).toISOString();
    const digits = withoutZeros(this.nanosecond.toString().padStart(9, '0'));
    return `${local.slice(0, -5)}${digits && `.${digits}`}${zoneText(this.offset)}`;
  }

  /** As Go's time package shows it. */
  toString(): string {
    const [day, time] = this.text.split(/[TZ]|[+-]\d\d:\d\d$/);
    const zone = zoneText(this.offset).replace(':', '');
    return `${day} ${time} ${this.offset === 0 ? '+0000 UTC' : `${zone} ${zone}`}`;
  }
}

export function floorDivide(value: bigint, by: bigint): bigint {
  const quotient = value / by;
  return value % by < 0n ? quotient - 1n : quotient;
}

function zoneText(offset: number): string {
  if (offset === 0) return 'Z';
  const minutes = Math.abs(offset);
  const pad = (part: number) => String(part).padStart(2, '0');
  return `${offset < 0 ? '-' : '+'}${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}`;
}

const RFC3339 = /^(\d{4})-(\d\d)-(\d\d)T(\d{1,2}):(\d\d):(\d\d)(?:[.,](\d+))?(?:Z|([+-])(\d\d):(\d\d))$/;

/** A moment written as Go reads RFC 3339; undefined if it is not. */
export function parseTimestamp(text: string): Timestamp | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const seconds = epochSeconds(year, month, day);
  const offset = offsetOf(match[8], match[9], match[10]);
  if (seconds === undefined || offset === undefined || hour > 23 || minute > 59 || second > 59) {
    return undefined;
  }
  const total = seconds + hour * 3600 + minute * 60 + second - offset * 60;
  const nanos = BigInt((match[7] ?? '').slice(0, 9).padEnd(9, '0'));
  return new Timestamp(BigInt(total) * SECOND + nanos, offset);
}

function offsetOf(sign = '+', hours = '0', minutes = '0'): number | undefined {
  if (Number(hours) > 24 || Number(minutes) > 60) return undefined;
  return (Number(hours) * 60 + Number(minutes)) * (sign === '-' ? -1 : 1);
}

/** The beginning of a day; undefined if the month has no such day. */
export function epochSeconds(year: number, month: number, day: number): number | undefined {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? date.getTime() / 1000 : undefined;
}
