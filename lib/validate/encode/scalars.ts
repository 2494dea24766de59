import type { Scalar } from '../schema/schema';
import { withSortedKeys } from '../../go/sorted-keys';
import { amountOf, quantity } from '../../apimachinery/parse-quantity';

/** A scalar as a server writes it, whatever way the manifest has it. */
export function scalarText(scalar: Scalar | 'amount', value: unknown): unknown {
  return WRITERS[scalar]?.(value as string) ?? value;
}

const WRITERS: { readonly [scalar: string]: ((value: string) => unknown) | undefined } = {
  any: withSortedKeys,
  object: withSortedKeys,
  quantity: (value) => quantity(value).toString(),
  amount: (value) => amountOf(value).toString(),
  bytes: (value) => Buffer.from(value, 'base64').toString('base64'),
  time: (value) => timeText(value, ''),
  microTime: (value) => timeText(value, `.${`${FRACTION.exec(value)?.[1] ?? ''}000000`.slice(0, 6)}`),
};

const TIME = /^(\d{4})-(\d\d)-(\d\d)T(\d\d?):(\d\d):(\d\d)(?:[.,]\d+)?(?:Z|([+-])(\d\d):(\d\d))$/;
const FRACTION = /[.,](\d+)/;

/** In UTC, to the second (metav1.Time and MicroTime, MarshalJSON 1.36). */
function timeText(value: string, fraction: string): string | undefined {
  const match = TIME.exec(value);
  if (!match) return undefined;
  const [year, month, day, hour, minute, second] = match.slice(1, 7).map(Number);
  const offset = (Number(match[8] ?? 0) * 60 + Number(match[9] ?? 0)) * (match[7] === '-' ? -1 : 1);
  const time = new Date(0);
  time.setUTCFullYear(year, month - 1, day);
  time.setUTCHours(hour, minute - offset, second);
  return `${time.toISOString().slice(0, 19)}${fraction}Z`;
}
