import { labelValue } from '../../../apimachinery/labels';
import { isMap } from '../../../object/value-at';
import { fits } from './fits';
import type { Place } from './places';
import { type Target, targetOf } from './targets';
import type { UnknownField, Way } from './unknown';

/** A struct is made for free names if this share of its fields are maps. */
const SHARE = 1 / 12;

/** Filled in by the admission of RuntimeClasses: nobody means to write there. */
const OVERHEAD = 'overhead';

const RESOURCE =
  /^(?:(?:requests\.|limits\.)?(?:cpu|memory|ephemeral-storage|storage|hugepages-.+|[^/]+\/.+)|pods|services(?:\..+)?|secrets|configmaps|persistentvolumeclaims|resourcequotas|replicationcontrollers)$/;

/**
 * The maps of which an unknown name may be a key: `metadata.labels` for `metadata.app`, `resources.requests`
 * for `resources.cpu`. The last come first: requests before limits. Annotations are for what is no label.
 */
export function maps(field: UnknownField, way: Way): readonly Target[] {
  const { key, value, minor } = field;
  const holders = holdersOf(key, way.end)
    .filter((place) => fits({ [key]: value }, place.type!, minor) && place.name !== OVERHEAD)
    .reverse();
  const isLabel = typeof value !== 'string' || labelValue(value, minor).length === 0;
  const labels = holders.filter(({ name }) => isLabel && isOfLabels(name));
  return (labels.length ? labels : holders.filter(({ name }) => !isOfLabels(name))).map((place) =>
    targetOf(field, way, place, key),
  );
}

function holdersOf(key: string, end: Place): readonly Place[] {
  const fields = [...end.fields.values()];
  const amounts = RESOURCE.test(key)
    ? fields.flatMap((place) => [place, ...inner(place)].filter(ofQuantities))
    : [];
  if (amounts.length || !isFree(end)) return amounts;
  return fields.filter((place) => isMapOf(place, 'string'));
}

/** The maps of amounts for a map of amounts that has another name: requests and limits for `capacity`. */
export function amounts(field: UnknownField, way: Way): readonly Target[] {
  const { value, minor } = field;
  if (!isMap(value) || !Object.keys(value).length || !Object.keys(value).every((key) => RESOURCE.test(key))) {
    return [];
  }
  return [...way.end.fields.values()]
    .flatMap((place) => [place, ...inner(place)])
    .filter((place) => ofQuantities(place) && place.name !== OVERHEAD && fits(value, place.type!, minor))
    .reverse()
    .map((place) => targetOf(field, way, place.parent!, place.name));
}

const isOfLabels = (name: string) => name.toLowerCase().endsWith('labels');

const inner = ({ levels, fields }: Place): readonly Place[] => (levels ? [] : [...fields.values()]);

const ofQuantities = (place: Place) => isMapOf(place, 'quantity');

const isMapOf = ({ type }: Place, scalar: string) =>
  type?.form === 'map' && type.item.form === 'scalar' && type.item.scalar === scalar;

function isFree({ fields }: Place): boolean {
  const all = [...fields.values()];
  return all.filter((place) => isMapOf(place, 'string')).length / all.length >= SHARE;
}

/** The fields of the object itself whose type a value has, by which an invented name is understood. */
export function alike({ value, minor }: UnknownField, way: Way): readonly string[] {
  const keys = keysOf(value);
  if (!keys.length) return [];
  return [...way.end.fields.values()]
    .filter(({ type, fields }) => fits(value, type!, minor) && keys.every((key) => fields.has(key)))
    .map(({ name }) => name);
}

/** The keys of a map, or of the first map of a list. */
function keysOf(value: unknown): readonly string[] {
  const map: unknown = Array.isArray(value) ? value[0] : value;
  return isMap(map) ? Object.keys(map) : [];
}
