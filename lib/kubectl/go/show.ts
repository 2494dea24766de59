import { compareBytes } from '../../go/format';
import type { JsonObject } from './object';

/** `%v` of what JSON holds: maps with their keys sorted, no quotes. */
export function shown(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(shown).join(' ')}]`;
  if (typeof value !== 'object') return typeof value === 'number' ? numberText(value) : String(value);
  return `map[${Object.keys(value)
    .sort(compareBytes)
    .map((key) => `${key}:${shown((value as JsonObject)[key])}`)
    .join(' ')}]`;
}

/** `%v` of a float has an exponent from 10^21 on. */
const numberText = (value: number) => String(value).replace(/e([-+])(\d)$/, 'e$10$2');

/** Go's type of what JSON holds. */
export function goTypeOf(value: unknown): string {
  if (value === null || value === undefined) return '%!s(<nil>)';
  if (Array.isArray(value)) return '[]interface {}';
  if (typeof value === 'boolean') return 'bool';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
  if (typeof value === 'bigint') return 'int64';
  return typeof value === 'string' ? 'string' : 'map[string]interface {}';
}
