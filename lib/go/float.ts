/**
 * A number as Go prints a float: with an exponent below 10^-4 and from 10^6 on (strconv.FormatFloat 'g', -1).
 */
export function goFloat(value: number): string {
  const [digits, exponentText] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 6) return String(value);
  return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}

/** The same of 32 bits, and what YAML writes for what is not finite. */
export function float32Text(value: number): string {
  const rounded = Math.fround(value);
  if (!Number.isFinite(rounded)) return Number.isNaN(rounded) ? '.nan' : rounded < 0 ? '-.inf' : '.inf';
  if (Object.is(rounded, -0)) return '-0';
  let digits = 1;
  while (Math.fround(Number(rounded.toPrecision(digits))) !== rounded) digits++;
  return goFloat(Number(rounded.toPrecision(digits)));
}

/** `%f`: six decimals; a digit 5 that nothing follows is rounded to the even digit. */
export function goFixed(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? '+Inf' : value < 0 ? '-Inf' : 'NaN';
  const isHalfway = Number.isInteger(value * 2 ** 7) && !Number.isInteger(value * 2 ** 6);
  const seven = value.toFixed(7);
  return isHalfway && Number(seven.at(-2)) % 2 === 0 ? seven.slice(0, -1) : value.toFixed(6);
}
