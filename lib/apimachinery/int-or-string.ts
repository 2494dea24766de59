const MAX_INT32 = 2n ** 31n;

/** intstr.Parse: a number where it is an int32, else the text. */
export function intOrString(text: string): number | string {
  if (!/^[-+]?\d+$/.test(text)) return text;
  const value = BigInt(text.replace(/^\+/, ''));
  return value < MAX_INT32 && value >= -MAX_INT32 ? Number(value) : text;
}
