import { BAD_FORMAT, parseQuantity } from '../../apimachinery/parse-quantity';
import { KubectlError } from '../errors';

/** A quantity in canonical form (resource.ParseQuantity). */
export function parseQuantityText(text: string): string {
  const parsed = /\s/.test(text) ? BAD_FORMAT : parseQuantity(text);
  if (typeof parsed === 'string') throw new KubectlError(parsed);
  return parsed.toString();
}
