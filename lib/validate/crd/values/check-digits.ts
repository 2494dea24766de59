/* Numbers whose last digit is computed from the others (govalidator in kube-openapi 1.36). */

const CARD =
  /^(?:4\d{12}(?:\d{3})?|5[1-5]\d{14}|6(?:011|5\d\d)\d{12}|3[47]\d{13}|3(?:0[0-5]|[68]\d)\d{11}|(?:2131|1800|35\d{3})\d{11})$/;

export function isCreditCard(text: string): boolean {
  const digits = text.replace(/\D+/g, '');
  return CARD.test(digits) && sumOf(digits.split('').reverse(), doubled) % 10 === 0;
}

/** Every second digit, from the right, counts twice, without what exceeds nine. */
function doubled(digit: number, index: number): number {
  if (index % 2 === 0) return digit;
  return digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
}

export function isIsbn10(text: string): boolean {
  const digits = bare(text);
  if (!/^(?:\d{9}X|\d{10})$/.test(digits)) return false;
  return sumOf(digits.split(''), (digit, index) => digit * (index + 1)) % 11 === 0;
}

export function isIsbn13(text: string): boolean {
  const digits = bare(text);
  return (
    /^\d{13}$/.test(digits) &&
    sumOf(digits.split(''), (digit, index) => digit * (index % 2 ? 3 : 1)) % 10 === 0
  );
}

const bare = (text: string) => text.replace(/[\s-]+/g, '');

const sumOf = (digits: readonly string[], weigh: (digit: number, index: number) => number): number =>
  digits.reduce((sum, digit, index) => sum + weigh(digit === 'X' ? 10 : Number(digit), index), 0);
