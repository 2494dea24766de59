const isLetter = (rune: string | undefined) => rune !== undefined && /\p{L}/u.test(rune);
const isDigit = (rune: string | undefined) => rune !== undefined && /\p{Nd}/u.test(rune);
const codeOf = (rune: string | undefined) => rune?.codePointAt(0) ?? 0;

const PLAIN = /^[A-Za-z]+$/;

/** Order of keys: letters last, numbers by what they are worth (keyList.Less, go.yaml.in/yaml/v2). */
export function compareKeys(a: string, b: string): number {
  if (PLAIN.test(a) && PLAIN.test(b)) return a < b ? -1 : Number(a > b);
  const [left, right] = [[...a], [...b]];
  const at = left.findIndex((rune, index) => rune !== right[index]);
  if (at < 0 || at >= right.length) return left.length - right.length;
  return compareAt(left, right, at);
}

function compareAt(left: readonly string[], right: readonly string[], at: number): number {
  const byCode = codeOf(left[at]) - codeOf(right[at]);
  if (isLetter(left[at]) && isLetter(right[at])) return byCode;
  if (isLetter(left[at]) || isLetter(right[at])) return isLetter(right[at]) ? -1 : 1;
  const start = withinNumber(left, right, at) ? 1n : 0n;
  const [a, b] = [numberAt(left, at, start), numberAt(right, at, start)];
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return a.end - b.end || byCode;
}

/** Whether digits other than 0 stand before, where one of both has a 0. */
function withinNumber(left: readonly string[], right: readonly string[], at: number): boolean {
  if (left[at] !== '0' && right[at] !== '0') return false;
  for (let before = at - 1; before >= 0 && isDigit(left[before]); before--) {
    if (left[before] !== '0') return true;
  }
  return false;
}

function numberAt(
  runes: readonly string[],
  at: number,
  start: bigint,
): { readonly value: bigint; readonly end: number } {
  let [value, end] = [start, at];
  for (; isDigit(runes[end]); end++) value = BigInt.asIntN(64, value * 10n + BigInt(codeOf(runes[end]) - 48));
  return { value, end };
}
