import { parseQuantity } from '../../apimachinery/quantity';
import { KubectlError } from '../errors';

/** A quantity in canonical form (resource.ParseQuantity). */
export function parseQuantityText(text: string): string {
  const parsed = /\s/.test(text)
    ? "quantities must match the regular expression '^([+-]?[0-9.]+)([eEinumkKMGTP]*[-+]?[0-9]*)$'"
    : parseQuantity(text);
  if (typeof parsed === 'string') throw new KubectlError(parsed);
  return parsed.toString();
}
