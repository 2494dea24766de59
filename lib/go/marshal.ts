import { goKeys, type JsonObject } from './object';

const HTML = /[<>&\u2028\u2029]/g;

/** json.Marshal: a struct's fields in order, a map's keys sorted, `<`, `>` and `&` escaped. */
export function goJson(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(goJson).join(',')}]`;
  if (typeof value !== 'object' || value === null) return scalarJson(value);
  const object = value as JsonObject;
  return `{${goKeys(object)
    .map((key) => `${scalarJson(key)}:${goJson(object[key])}`)
    .join(',')}}`;
}

/** json.MarshalIndent with four spaces. */
export function indentedJson(value: unknown, indent = ''): string {
  if (typeof value !== 'object' || value === null) return scalarJson(value);
  const inner = `${indent}    `;
  const line = (text: string) => `\n${inner}${text}`;
  if (Array.isArray(value)) {
    return value.length
      ? `[${value.map((item) => line(indentedJson(item, inner))).join(',')}\n${indent}]`
      : '[]';
  }
  const object = value as JsonObject;
  const fields = goKeys(object).map((key) => line(`${scalarJson(key)}: ${indentedJson(object[key], inner)}`));
  return fields.length ? `{${fields.join(',')}\n${indent}}` : '{}';
}

function scalarJson(value: unknown): string {
  if (typeof value === 'bigint') return String(value);
  return (JSON.stringify(value) ?? 'null').replace(
    HTML,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
