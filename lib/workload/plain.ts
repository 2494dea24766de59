import { type ApiObject, App, resolve } from 'cdk8s';

/** Resolvers that every app has; any further one wants to see every value. */
const BUILT_IN_RESOLVERS = 3;

/**
 * The plain value that an object renders to: Lazy values and tokens resolved, keys sorted as cdk8s sorts them, and
 * nothing left out but what is undefined. cdk8s' own rendering drops nulls, too.
 *
 * @throws Error for a value that is no data, such as an instance of some class
 */
export function plain(value: unknown, object: ApiObject): unknown {
  const resolvers = App.of(object).resolvers.length;
  return sorted(resolvers > BUILT_IN_RESOLVERS ? resolve([], value, object) : value, object, []);
}

function sorted(value: unknown, object: ApiObject, path: readonly string[]): unknown {
  if (typeof value === 'function') throw notData(value, path);
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map((item, index) => sorted(item ?? null, object, [...path, String(index)]));
  if (!isMap(value)) return sorted(resolved(value, object, path), object, path);
  const keys = Object.keys(value);
  return Object.fromEntries(
    (process.env.CDK8S_DISABLE_SORT ? keys : keys.sort())
      .filter((key) => value[key] !== undefined)
      .map((key) => [key, sorted(value[key], object, [...path, key])]),
  );
}

/** The value of a Lazy, a token, or one of the number-or-string classes that `cdk8s import` makes. */
function resolved(value: object, object: ApiObject, path: readonly string[]): unknown {
  const result: unknown = resolve([...path], value, object);
  if (result === value) throw notData(value, path);
  return isUnion(value) ? (result as { readonly value: unknown }).value : result;
}

const isUnion = (value: object) => ['number', 'string'].includes(typeof (value as { readonly value?: unknown }).value);

/** A map of whatever realm: jest, for one, runs tests in a realm of their own. */
function isMap(value: object): value is { readonly [key: string]: unknown } {
  const prototype = Object.getPrototypeOf(value) as object | null;
  return prototype === null || Object.getPrototypeOf(prototype) === null;
}

function notData(value: unknown, path: readonly string[]): Error {
  const kind = typeof value === 'function' ? 'a function' : `an instance of ${(value as object).constructor.name}`;
  return new Error(`${path.join('.')} is ${kind}: a manifest holds plain values only`);
}
