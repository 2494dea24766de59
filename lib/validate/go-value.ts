import { json, quote } from './go-text';

/** A value of a Go type that is no plain string, number or boolean: servers show it as JSON from 1.34 on, before in Go's own syntax (`%#v`). */
export class GoValue {
  /** @param text The string, if it is one. */
  constructor(readonly json: string, readonly syntax: string, readonly text?: string) {}
}

/** No value is shown: field.OmitValueType. */
export const OMITTED = new GoValue('', '');

/** A string of a type with a name of its own, such as `batch.ConcurrencyPolicy`. */
export const named = (text = '') => new GoValue(json(text), quote(text), text);

/** An intstr.IntOrString. */
export function intOrString(value: number | string): GoValue {
  const [type, number, text] = typeof value === 'string' ? [1, 0, value] : [0, value, ''];
  return new GoValue(json(value), `intstr.IntOrString{Type:${type}, IntVal:${number}, StrVal:${quote(text)}}`);
}

/** A list of numbers or strings; `type` is Go's name of an item's type. */
export function list(items: readonly (number | string)[] | undefined, type: string): GoValue {
  const syntax = items && items.map((item) => (typeof item === 'string' ? quote(item) : String(item))).join(', ');
  return new GoValue(items ? json(items) : 'null', `[]${type}${syntax === undefined ? '(nil)' : `{${syntax}}`}`);
}

/** A map of strings, which Go shows with its keys sorted. */
export function stringMap(map: { readonly [key: string]: string } | undefined): GoValue {
  if (!map) return new GoValue('null', 'map[string]string(nil)');
  const entries = Object.entries(map).sort(([a], [b]) => compareBytes(a, b));
  return new GoValue(
    `{${entries.map(([key, value]) => `${json(key)}:${json(value)}`).join(',')}}`,
    `map[string]string{${entries.map(([key, value]) => `${quote(key)}:${quote(value)}`).join(', ')}}`,
  );
}

/** A pointer within a struct: Go's own syntax shows its address, which differs from run to run. */
export const pointer = (value: GoValue | undefined, type: string) => new GoValue(value?.json ?? 'null', value ? `(*${type})(0xc000000000)` : `(*${type})(nil)`);

/** A struct without names for JSON, as those of a server's internal types. */
export function struct(type: string, fields: { readonly [name: string]: GoValue }): GoValue {
  const entries = Object.entries(fields);
  return new GoValue(
    `{${entries.map(([name, value]) => `${json(name)}:${value.json}`).join(',')}}`,
    `${type}{${entries.map(([name, value]) => `${name}:${value.syntax}`).join(', ')}}`,
  );
}

/** A list of structs. */
export const structs = (items: readonly GoValue[] | undefined, type: string) => (items
  ? new GoValue(`[${items.map((item) => item.json).join(',')}]`, `[]${type}{${items.map((item) => item.syntax).join(', ')}}`)
  : new GoValue('null', `[]${type}(nil)`));

export const number = (value: number) => new GoValue(String(value), String(value));

/** Go sorts strings by their UTF-8 bytes, which is by code points. */
function compareBytes(a: string, b: string): number {
  return Buffer.compare(Buffer.from(a), Buffer.from(b));
}
