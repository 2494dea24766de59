import { compareBytes, quote } from '../../go/format';
import { goFloat } from '../../go/float';
import type { JsonObject } from '../go/object';

const keysOf = (map: JsonObject) => Object.keys(map).sort(compareBytes);

/** `%v` of a value of JSON. */
export function goText(value: unknown): string {
  if (value === null || value === undefined) return '<nil>';
  if (Array.isArray(value)) return `[${value.map(goText).join(' ')}]`;
  if (typeof value === 'object') {
    return `map[${keysOf(value as JsonObject)
      .map((key) => `${key}:${goText((value as JsonObject)[key])}`)
      .join(' ')}]`;
  }
  return typeof value === 'number' ? goFloat(value) : String(value);
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
