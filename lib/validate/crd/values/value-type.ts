/** What JSON calls the type of a value; numbers are integers where a server reads them as int64. */
export function valueType(value: unknown): string {
  if (value === null || value === undefined) return 'null';
  if (Array.isArray(value)) return 'array';
  if (typeof value === 'bigint') return BigInt.asIntN(64, value) === value ? 'integer' : 'number';
  if (typeof value !== 'number') return typeof value;
  return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? 'integer' : 'number';
}

/** Whether a float is an integer for JSON (swag.IsFloat64AJSONInteger). */
export function isWhole(value: number): boolean {
  if (Number.isNaN(value) || Math.abs(value) >= 2 ** 53) return false;
  const rounded = Math.trunc(value);
  const difference = Math.abs(value - rounded);
  if (value === rounded) return true;
  return value === 0 || rounded === 0
    ? difference < 1e-9 * 2.2250738585072014e-308
    : difference / (Math.abs(value) + Math.abs(rounded)) < 1e-9;
}

/** Whether two values of JSON are the same, integers and floats apart from each other. */
export function isEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  const type = valueType(one);
  if (type !== valueType(other)) return false;
  // eslint-disable-next-line eqeqeq
  if (type === 'integer' || type === 'number') return (one as number) == (other as number);
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, index) => isEqual(item, other[index]));
  }
  return type === 'object' && isEqualObject(one as Fields, other as Fields);
}

interface Fields {
  readonly [name: string]: unknown;
}

function isEqualObject(one: Fields, other: Fields): boolean {
  const names = Object.keys(one);
  return (
    names.length === Object.keys(other).length &&
    names.every((name) => Object.hasOwn(other, name) && isEqual(one[name], other[name]))
  );
}
