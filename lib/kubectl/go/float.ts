/** A number as Go prints a float: with an exponent below 10^-4 and from 10^6 on (strconv.FormatFloat 'g', -1). */
export function goFloat(value: number): string {
  const [digits, exponentText] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 6) return String(value);
  return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
