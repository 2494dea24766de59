import { quote } from './format';
import { goSyntax, goText, goTypeOf } from './print';

const VERB = /%([-+# 0]*)([1-9]\d*)?(?:\.(\d+))?([a-zA-Z%])/g;

/** fmt.Sprintf, as far as values of JSON need it. */
export function sprintf(format: string, values: readonly unknown[]): string {
  let used = 0;
  const text = format.replace(
    VERB,
    (_, flags: string, width: string | undefined, precision: string | undefined, verb: string) => {
      if (verb === '%') return '%';
      if (used >= values.length) return `%!${verb}(MISSING)`;
      const shown = VERBS[verb]?.(
        values[used++],
        flags,
        precision === undefined ? undefined : Number(precision),
      );
      return shown === undefined
        ? `%!${verb}(${goTypeOf(values[used - 1])}=${goText(values[used - 1])})`
        : padded(shown, flags, Number(width ?? 0));
    },
  );
  const rest = values.slice(used);
  return rest.length
    ? `${text}%!(EXTRA ${rest.map((value) => `${goTypeOf(value)}=${goText(value)}`).join(', ')})`
    : text;
}

function padded(text: string, flags: string, width: number): string {
  if (flags.includes('-')) return text.padEnd(width);
  return flags.includes('0') && /^[-+]?\d/.test(text)
    ? text.replace(
        /^([-+]?)(.*)$/,
        (_, sign: string, digits: string) => sign + digits.padStart(width - sign.length, '0'),
      )
    : text.padStart(width);
}

type Show = (value: unknown, flags: string, precision: number | undefined) => string | undefined;

const isInteger = (value: unknown): value is number => typeof value === 'number' && Number.isInteger(value);
const inBase =
  (base: number): Show =>
  (value) =>
    isInteger(value) ? value.toString(base) : undefined;
const decimals: Show = (value, _, precision = 6) =>
  typeof value === 'number' && !Number.isInteger(value) ? value.toFixed(precision) : undefined;

/** How a verb shows a value; undefined if the verb does not apply to it. */
const VERBS: { readonly [verb: string]: Show } = {
  v: (value, flags) => (flags.includes('#') ? goSyntax(value) : goText(value)),
  s: (value, _, precision) =>
    typeof value === 'number' || typeof value === 'boolean' ? undefined : goText(value).slice(0, precision),
  q: (value) => (typeof value === 'string' ? quote(value) : undefined),
  t: (value) => (typeof value === 'boolean' ? String(value) : undefined),
  T: goTypeOf,
  d: (value, flags) =>
    isInteger(value) ? `${flags.includes('+') && value >= 0 ? '+' : ''}${value}` : undefined,
  f: decimals,
  F: decimals,
  x: (value) => hex(value),
  X: (value) => hex(value)?.toUpperCase(),
  o: inBase(8),
  b: inBase(2),
};

function hex(value: unknown): string | undefined {
  if (typeof value === 'string') return Buffer.from(value).toString('hex');
  return isInteger(value) ? value.toString(16) : undefined;
}
