import { compareBytes, quote } from '../../go/format';
import type { JsonObject } from '../../go/object';
import { isMap } from '../../go/sorted-keys';
import { covers, type FieldType, type Scalar, structOf } from '../../validate/schema/schema';

/** Where a value is, in the manifest and in the OpenAPI document. */
interface Place {
  /** `Pod.spec.containers[0]`. */
  readonly path: string;
  /** Name of the type, or of the field that has one of its own: `io.k8s.api.core.v1.Container.image`. */
  readonly model: string;
  readonly minor: number;
}

/**
 * What kubectl itself says of an object, before it sends one to a server that would say more (validation in
 * kube-openapi pkg/util/proto, 1.36).
 */
export const openapiProblems = (object: JsonObject, kind: string, struct: string, minor: number): string[] =>
  structProblems(object, struct, { path: kind, model: modelOf(struct), minor });

/** The packages that are not below `io.k8s.api`. */
const PACKAGES: ReadonlyMap<string, string> = new Map([
  ['meta', 'io.k8s.apimachinery.pkg.apis.meta'],
  ['apiextensions', 'io.k8s.apiextensions-apiserver.pkg.apis.apiextensions'],
  ['apiregistration', 'io.k8s.kube-aggregator.pkg.apis.apiregistration'],
]);

function modelOf(struct: string): string {
  const [group, ...rest] = struct.split('.');
  return [PACKAGES.get(group) ?? `io.k8s.api.${group}`, ...rest].join('.');
}

function structProblems(value: JsonObject, struct: string, place: Place): string[] {
  const fields = [...structOf(struct)].filter(([, { minors }]) => covers(minors, place.minor));
  const known = new Map(fields);
  const isGiven = (name: string) => value[name] !== null && value[name] !== undefined;
  const inside = sortedKeys(value)
    .filter(isGiven)
    .flatMap((key) => {
      const field = known.get(key);
      if (!field) return [problem(place, `unknown field ${quote(key)} in ${place.model}`)];
      const { path, model, minor } = place;
      return problemsOf(value[key], field.type, { path: `${path}.${key}`, model: `${model}.${key}`, minor });
    });
  const missing = fields
    .filter(([name, { required }]) => required && !isGiven(name))
    .map(([name]) => problem(place, `missing required field ${quote(name)} in ${place.model}`));
  return [...inside, ...missing];
}

function problemsOf(value: unknown, type: FieldType, place: Place): string[] {
  if (type.form === 'either') return [];
  if (type.form === 'scalar') return scalarProblems(value, type.scalar, place);
  const model = type.form === 'struct' ? modelOf(type.struct) : place.model;
  const expected = type.form === 'list' ? 'array' : 'map';
  if (sortOf(value) !== expected) return [wrongType(value, expected, { ...place, model })];
  if (type.form === 'struct') return structProblems(value as JsonObject, type.struct, { ...place, model });
  return type.form === 'list'
    ? itemProblems(value as readonly unknown[], type.item, place)
    : entryProblems(value as JsonObject, type.item, place);
}

const itemProblems = (items: readonly unknown[], type: FieldType, place: Place): string[] =>
  items.flatMap((item, index) => {
    const path = `${place.path}[${index}]`;
    return item === null
      ? [problem(place, `unknown object type "nil" in ${path}`)]
      : problemsOf(item, type, { ...place, path });
  });

const entryProblems = (map: JsonObject, type: FieldType, place: Place): string[] =>
  sortedKeys(map).flatMap((key) => {
    const path = `${place.path}.${key}`;
    return map[key] === null
      ? [`unknown object type "nil" in ${path}`]
      : problemsOf(map[key], type, { ...place, path });
  });

/** Scalars with a type of their own in the document. */
const MODELS: { readonly [scalar in Scalar]?: string } = {
  quantity: 'io.k8s.apimachinery.pkg.api.resource.Quantity',
  intOrString: 'io.k8s.apimachinery.pkg.util.intstr.IntOrString',
  time: 'io.k8s.apimachinery.pkg.apis.meta.v1.Time',
  microTime: 'io.k8s.apimachinery.pkg.apis.meta.v1.MicroTime',
};

const EXPECTED: { readonly [scalar in Scalar]?: string } = {
  bool: 'boolean',
  int32: 'integer',
  int64: 'integer',
  double: 'number',
};

/** Every scalar is taken for a string, and every number for an integer. */
function scalarProblems(value: unknown, scalar: Scalar, place: Place): string[] {
  if (scalar === 'any' || scalar === 'object') return [];
  const sort = sortOf(value);
  const expected = EXPECTED[scalar] ?? 'string';
  const isNumber = sort === 'integer' || sort === 'number';
  const fits =
    expected === 'string'
      ? sort !== 'map' && sort !== 'array'
      : sort === expected || (isNumber && expected !== 'boolean');
  return fits ? [] : [wrongType(value, expected, { ...place, model: MODELS[scalar] ?? place.model })];
}

function sortOf(value: unknown): string {
  if (Array.isArray(value)) return 'array';
  if (isMap(value)) return 'map';
  if (typeof value === 'boolean' || typeof value === 'string') return typeof value;
  return typeof value === 'bigint' || Number.isInteger(value) ? 'integer' : 'number';
}

const sortedKeys = (value: JsonObject) => Object.keys(value).sort(compareBytes);

const wrongType = (value: unknown, expected: string, place: Place) =>
  problem(place, `invalid type for ${place.model}: got ${quote(sortOf(value))}, expected ${quote(expected)}`);

const problem = ({ path }: Place, message: string) => `ValidationError(${path}): ${message}`;
