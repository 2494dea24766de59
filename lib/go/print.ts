import { goFloat } from './float';
import { compareBytes, quote } from './format';
import type { JsonObject } from './object';

/** `%v` of a value of JSON whose numbers are all of type float64. */
export const goText = (value: unknown): string => textOf(value, goFloat);

/** `%v` of a value of JSON whose integers are of type int64. */
export const goTextWithIntegers = (value: unknown): string => textOf(value, numberText);

/** A float has an exponent from 10^21 on. */
const numberText = (value: number) => String(value).replace(/e([-+])(\d)$/, 'e$10$2');

/** Maps have their keys sorted, strings no quotes. */
function textOf(value: unknown, number: (value: number) => string): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map((item) => textOf(item, number)).join(' ')}]`;
  if (typeof value === 'object') {
    return `map[${keysOf(value as JsonObject)
      .map((key) => `${key}:${textOf((value as JsonObject)[key], number)}`)
      .join(' ')}]`;
  }
  return typeof value === 'number' ? number(value) : String(value);
}

/** `%#v` of a value of JSON. */
export function goSyntax(value: unknown): string {
  if (value === null || value === undefined) return 'interface {}(nil)';
  if (Array.isArray(value)) return `[]interface {}{${value.map(goSyntax).join(', ')}}`;
  if (typeof value === 'object') {
    return `map[string]interface {}{${keysOf(value as JsonObject)
      .map((key) => `${quote(key)}:${goSyntax((value as JsonObject)[key])}`)
      .join(', ')}}`;
  }
  return typeof value === 'string' ? quote(value) : goText(value);
}

/** `%T` of a value of JSON. */
export function goTypeOf(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return '[]interface {}';
  if (typeof value === 'object') return 'map[string]interface {}';
  if (typeof value === 'number') return Number.isInteger(value) ? 'int64' : 'float64';
  if (typeof value === 'bigint') return 'int64';
  return typeof value === 'boolean' ? 'bool' : 'string';
}

/** `%s` of what reflect.TypeOf says of a value of JSON. */
export const reflectedType = (value: unknown) =>
  value === null || value === undefined ? '%!s(<nil>)' : goTypeOf(value);

const keysOf = (map: JsonObject) => Object.keys(map).sort(compareBytes);
