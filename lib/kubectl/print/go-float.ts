/** A number as YAML has it: an integer in full, else with an exponent below 10^-4 and from 10^6 on (strconv.FormatFloat 'g', -1). */
export function floatText(value: number): string {
  if (Number.isInteger(value) && Math.abs(value) < 2 ** 64) return String(value);
  const [digits, exponentText] = value.toExponential().split('e');
  const exponent = Number(exponentText);
  if (exponent >= -4 && exponent < 6) return String(value);
  return `${digits}e${exponent < 0 ? '-' : '+'}${String(Math.abs(exponent)).padStart(2, '0')}`;
}
