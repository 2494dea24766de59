/** A double with a number of decimals, exactly rounded: halves go to the even digit (Go's `%.2f`). */
export function fixedText(value: number, decimals: number): string {
  const [numerator, denominator] = fractionOf(Math.abs(value));
  const scaled = numerator * 10n ** BigInt(decimals);
  const quotient = scaled / denominator;
  const twice = (scaled % denominator) * 2n;
  const isUp = twice > denominator || (twice === denominator && quotient % 2n === 1n);
  const digits = String(quotient + BigInt(isUp)).padStart(decimals + 1, '0');
  const whole = digits.slice(0, digits.length - decimals);
  const sign = value < 0 || Object.is(value, -0) ? '-' : '';
  return sign + whole + (decimals ? `.${digits.slice(-decimals)}` : '');
}

/** A double is a whole number times a power of two. */
function fractionOf(value: number): [numerator: bigint, denominator: bigint] {
  let numerator = value;
  let exponent = 0;
  while (!Number.isInteger(numerator)) {
    numerator *= 2;
    exponent++;
  }
  return [BigInt(numerator), 1n << BigInt(exponent)];
}
