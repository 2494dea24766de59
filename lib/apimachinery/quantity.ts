/** Suffixes with the base and exponent that they stand for. */
export const SUFFIXES: { readonly [suffix: string]: readonly [base: 2 | 10, exponent: number] } = {
  n: [10, -9],
  u: [10, -6],
  m: [10, -3],
  '': [10, 0],
  k: [10, 3],
  M: [10, 6],
  G: [10, 9],
  T: [10, 12],
  P: [10, 15],
  E: [10, 18],
  Ki: [2, 10],
  Mi: [2, 20],
  Gi: [2, 30],
  Ti: [2, 40],
  Pi: [2, 50],
  Ei: [2, 60],
};
const DECIMAL_SUFFIX = new Map(
  Object.entries(SUFFIXES)
    .filter(([, [base]]) => base === 10)
    .map(([suffix, [, exponent]]) => [exponent, suffix]),
);
const BINARY_SUFFIX = ['', 'Ki', 'Mi', 'Gi', 'Ti', 'Pi', 'Ei'];

export const MAX_INT64 = 2n ** 63n - 1n;
/** The smallest power of ten that a quantity has. */
export const NANO = -9;
const MILLI = -3;

/** `none` is that of Go's zero value. */
export type Notation = 'decimal' | 'binary' | 'exponent' | 'none';
const FORMATS: Readonly<Record<Notation, string>> = {
  decimal: 'DecimalSI',
  binary: 'BinarySI',
  exponent: 'DecimalExponent',
  none: '',
};

/** An exact amount: `coefficient × 10^scale` (apimachinery api/resource Quantity, 1.36). */
export class Quantity {
  static readonly ZERO = new Quantity(0n, 0, 'decimal', '0');
  /** What Go has where a manifest has null. */
  static readonly NONE = new Quantity(0n, 0, 'none');

  constructor(
    private readonly coefficient: bigint,
    private readonly scale: number,
    private readonly notation: Notation,
    private readonly text?: string,
    /**
     * Whether Go holds it as a big decimal, not as an int64 and a power of ten: too large a number overflows
     * otherwise.
     */
    private readonly big = false,
  ) {}

  private milli?: Quantity;
  private whole?: boolean;
  private digits?: number;

  /** -1, 0 or 1. */
  sign(): number {
    return this.coefficient < 0n ? -1 : Number(this.coefficient > 0n);
  }

  /** Negative when this is less than the other, 0 when equal. */
  compare(other: Quantity): number {
    if (this.scale === other.scale) {
      return this.coefficient < other.coefficient ? -1 : Number(this.coefficient > other.coefficient);
    }
    if (this.sign() !== other.sign()) return this.sign() - other.sign();
    const magnitudes = this.magnitude() - other.magnitude();
    if (magnitudes !== 0) return magnitudes * this.sign();
    const scale = Math.min(this.scale, other.scale);
    const difference = this.at(scale) - other.at(scale);
    return difference < 0n ? -1 : Number(difference > 0n);
  }

  /** The sum, written as this one is, or as the other where this one is nothing (Add). */
  plus(other: Quantity): Quantity {
    const scale = Math.min(this.scale, other.scale);
    return new Quantity(
      this.at(scale) + other.at(scale),
      scale,
      this.sign() === 0 ? other.notation : this.notation,
    );
  }

  negated(): Quantity {
    return new Quantity(-this.coefficient, this.scale, this.notation, undefined, this.big);
  }

  /** The whole number that it is held as; undefined if it is held in another way (AsInt64). */
  exactInteger(): bigint | undefined {
    if (this.big || this.scale < 0) return undefined;
    const value = this.at(0);
    return BigInt.asIntN(64, value) === value ? value : undefined;
  }

  /** The nearest double, more or less (AsApproximateFloat64). */
  approximate(): number {
    return this.scale === 0 ? Number(this.coefficient) : Number(this.coefficient) * 10 ** this.scale;
  }

  /** Thousandths, rounded away from zero (MilliValue). */
  thousandths(): bigint {
    return this.scaled(MILLI);
  }

  /** Whether it is whole once rounded up to thousandths. */
  roundsToInteger(): boolean {
    return (this.whole ??= (this.scale >= 0 && !this.big) || this.thousandths() % 1000n === 0n);
  }

  /** The whole number next to it, away from zero (Value). */
  roundedUp(): bigint {
    return this.scaled(0);
  }

  /** In units of 10^scale as an int64, with what Go makes of too large a number (ScaledValue). */
  private scaled(scale: number): bigint {
    if (this.big) return this.wrapped(scale);
    const value = this.ceiling(scale);
    return BigInt.asIntN(64, value) === value ? value : 0n;
  }

  /** scaledValue: the low 64 bits of a big decimal. */
  private wrapped(scale: number): bigint {
    if (this.scale >= scale) return BigInt.asIntN(64, this.at(scale));
    const unit = 10n ** BigInt(scale - this.scale);
    return BigInt.asIntN(64, this.coefficient / unit + BigInt(this.coefficient % unit > 0n));
  }

  /** As defaulting leaves a resource list: rounded up to thousandths (SetDefaults_ResourceList). */
  inMilli(): Quantity {
    return this.scale >= MILLI
      ? this
      : (this.milli ??= new Quantity(this.ceiling(MILLI), MILLI, this.notation, undefined, this.big));
  }

  /** As Go holds it after comparing it with the other: as a big decimal if one of them is one (Cmp). */
  comparedWith(other: Quantity): Quantity {
    if (this.big || !other.big) return this;
    return new Quantity(this.coefficient, this.scale, this.notation, this.text, true);
  }

  /**
   * Go's own notation (`%#v`), which messages show up to 1.33.
   *
   * @param text what Go keeps of the text: all of it once it has written the quantity
   */
  goSyntax(text = this.big ? '' : (this.text ?? '')): string {
    const [value, scale, address] = this.big ? [0, 0, '0xc000000000'] : [this.coefficient, this.scale, 'nil'];
    const amount = `i:resource.int64Amount{value:${value}, scale:${scale}}, d:resource.infDecAmount{Dec:(*inf.Dec)(${address})}`;
    return `resource.Quantity{${amount}, s:${JSON.stringify(text)}, Format:"${FORMATS[this.notation]}"}`;
  }

  /** As a server writes it back. */
  toString(): string {
    return this.text ?? (this.sign() === 0 ? '0' : this.canonical());
  }

  private canonical(): string {
    if (this.notation !== 'binary') return this.decimal();
    const whole = this.ceiling(0);
    const exact = this.scale >= 0 || whole * 10n ** BigInt(-this.scale) === this.coefficient;
    return exact && abs(whole) >= 1024n ? binary(whole) : this.decimal();
  }

  private decimal(): string {
    let [amount, exponent] = withoutFactors(this.coefficient, 10n);
    exponent += this.scale;
    for (; exponent % 3 !== 0; exponent--) amount *= 10n;
    if (this.notation === 'exponent') return `${amount}${exponent ? `e${exponent}` : ''}`;
    return `${amount}${DECIMAL_SUFFIX.get(exponent) ?? ''}`;
  }

  /** How many digits it has before the decimal point. */
  private magnitude(): number {
    if (this.coefficient === 0n) return 0;
    this.digits ??= String(this.coefficient).length - Number(this.coefficient < 0n);
    return this.digits + this.scale;
  }

  /** In units of 10^scale, which is not above the own; a giant is cut down to what no server holds anyway. */
  private at(scale: number): bigint {
    return this.coefficient * 10n ** BigInt(Math.min(this.scale - scale, 5000));
  }

  /** In units of 10^scale, away from zero. */
  private ceiling(scale: number): bigint {
    if (this.scale >= scale) return this.at(scale);
    const unit = 10n ** BigInt(scale - this.scale);
    const whole = this.coefficient / unit;
    return whole * unit === this.coefficient ? whole : whole + BigInt(this.sign());
  }
}

function binary(whole: bigint): string {
  const [amount, exponent] = withoutFactors(whole, 1024n);
  return `${amount}${BINARY_SUFFIX[exponent] ?? ''}`;
}

function withoutFactors(value: bigint, factor: bigint): [bigint, number] {
  let times = 0;
  for (; value !== 0n && value % factor === 0n; times++) value /= factor;
  return [value, times];
}

export const abs = (value: bigint) => (value < 0n ? -value : value);
