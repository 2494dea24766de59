import { compareBytes, GoValue, quote } from './format';

/** A string of a type with a name of its own, such as `batch.ConcurrencyPolicy`. */
export const named = (text = '') => new GoValue(text, quote(text));

export const number = (value: number) => new GoValue(value, String(value));

/** An intstr.IntOrString. */
export function intOrString(value: number | string): GoValue {
  const [type, integer, text] = typeof value === 'string' ? [1, 0, value] : [0, value, ''];
  return new GoValue(value, `intstr.IntOrString{Type:${type}, IntVal:${integer}, StrVal:${quote(text)}}`);
}

/** A pointer or interface that holds nothing, shown by itself: a string to servers before 1.34. */
export const NIL = new GoValue(null, '"null"');

/** A list of numbers or strings; `type` is Go's name of an item's type. */
export const list = (items: readonly (number | string)[] | undefined, type: string) =>
  listOf(
    items?.map((item) => (typeof item === 'string' ? named(item) : number(item))),
    type,
  );

/** A list of values of one type. */
export const listOf = (items: readonly GoValue[] | undefined, type: string) =>
  new GoValue(
    items?.map(({ value }) => value) ?? null,
    `[]${type}${items ? `{${items.map(({ syntax }) => syntax).join(', ')}}` : '(nil)'}`,
  );

/** A map of strings, which Go shows with its keys sorted. */
export function stringMap(map: { readonly [key: string]: string } | undefined): GoValue {
  if (!map) return new GoValue(null, 'map[string]string(nil)');
  const entries = Object.entries(map).sort(([a], [b]) => compareBytes(a, b));
  return new GoValue(
    Object.fromEntries(entries),
    `map[string]string{${entries.map(([key, value]) => `${quote(key)}:${quote(value)}`).join(', ')}}`,
  );
}

/** A pointer within a struct: Go's own syntax shows its address, which differs from run to run. */
export const pointer = (target: GoValue | undefined, type: string) =>
  new GoValue(target?.value ?? null, `(*${type})(${target ? '0xc000000000' : 'nil'})`);

/** A struct without names for JSON, as those of a server's internal types. */
export function struct(type: string, fields: { readonly [name: string]: GoValue }): GoValue {
  const entries = Object.entries(fields);
  return new GoValue(
    Object.fromEntries(entries.map(([name, { value }]) => [name, value])),
    `${type}{${entries.map(([name, { syntax }]) => `${name}:${syntax}`).join(', ')}}`,
  );
}

/** What a field is called in JSON, and its value there if it is to be seen. */
type JsonFields = { readonly [name: string]: unknown };

/** A struct of the API: JSON leaves out what is `undefined`. */
export const apiStruct = (type: string, fields: { readonly [name: string]: GoValue }, json: JsonFields) =>
  new GoValue(json, struct(type, fields).syntax);
