import { parseQuantity } from '../../../apimachinery/parse-quantity';
import { KubectlError } from '../../errors';
import { goFloat } from '../../../go/float';
import { parseQuantityText } from '../../flag-values/quantity';
import type { JsonObject } from '../../../go/object';

const UNITS = { cpu: 'm', memory: 'Mi' } as const;
const FLOAT = /^[-+]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][-+]?\d+)?$/;

/** What to aim at: a percentage, or an amount whose unit may be left out (parseResourceInput, 1.36). */
export function targetOf(text: string, resource: 'cpu' | 'memory'): JsonObject {
  const input = text.trim();
  if (!input) throw new KubectlError('empty input');
  if (input.endsWith('%')) return { type: 'Utilization', averageUtilization: percentage(input.slice(0, -1)) };
  if (FLOAT.test(input)) {
    return {
      type: 'AverageValue',
      averageValue: parseQuantityText(`${goFloat(Number(input))}${UNITS[resource]}`),
    };
  }
  const quantity = parseQuantity(input);
  if (typeof quantity === 'string') throw new KubectlError(`invalid resource ${resource} value: ${input}`);
  return { type: 'AverageValue', averageValue: quantity.toString() };
}

function percentage(text: string): number {
  const value = /^[-+]?\d+$/.test(text) ? Number(text) : NaN;
  if (!(value >= 0 && value < 2 ** 31)) throw new KubectlError(`invalid percentage value: ${text}`);
  return value;
}
