import { fieldOf } from '../../../object/value-at';

/** Parts of a definition that are maps: an empty one is the same as none, unlike an empty struct. */
const MAPS: ReadonlySet<string> = new Set(['definitions', 'dependencies', 'patternProperties', 'properties']);

/** Texts and flags that are pointers: an empty one is not the same as none. */
const POINTERS: ReadonlySet<string> = new Set([
  '$ref',
  'deprecationWarning',
  'labelSelectorPath',
  'reason',
  'x-kubernetes-list-type',
  'x-kubernetes-map-type',
  'x-kubernetes-preserve-unknown-fields',
]);

interface Fields {
  readonly [name: string]: unknown;
}

/** Whether two parts are the same for a server (equality.Semantic.DeepEqual, apimachinery 1.36). */
export function isSame(one: unknown, other: unknown, name = ''): boolean {
  if (one === other) return true;
  if (Array.isArray(one) || Array.isArray(other)) return isSameList(one ?? [], other ?? []);
  if (MAPS.has(name)) return isSameObject(fieldsOf(one), fieldsOf(other), true);
  return isObject(one) && isObject(other)
    ? isSameObject(one, other, false)
    : !POINTERS.has(name) && isZero(one) && isZero(other);
}

function isSameList(one: unknown, other: unknown): boolean {
  return (
    Array.isArray(one) &&
    Array.isArray(other) &&
    one.length === other.length &&
    one.every((item, index) => isSame(item, other[index]))
  );
}

/** @param isMap whether a key that is missing makes a difference */
function isSameObject(one: Fields, other: Fields, isMap: boolean): boolean {
  const names = Object.keys(one);
  const others = Object.keys(other);
  if (isMap && (names.length !== others.length || !names.every((name) => Object.hasOwn(other, name)))) {
    return false;
  }
  return [...new Set([...names, ...others])].every((name) =>
    isSame(fieldOf(one, name), fieldOf(other, name), isMap ? '' : name),
  );
}

const fieldsOf = (map: unknown) => (map ?? {}) as Fields;
const isObject = (value: unknown): value is Fields => typeof value === 'object' && value !== null;
const isZero = (value: unknown) => value === undefined || value === '' || value === false;
