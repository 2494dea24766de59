import { ApiObject } from 'cdk8s';
import { toManifest } from '../../k8s/render';
import { setOwn } from '../../object/set-own';
import { droppingClass } from '../dropped/dropping-class';
import { renderOptions } from '../render-options';
import { type PodLocation, wayTo } from './pod-location';
import { isMap, valueAt, withValueAt } from '../../object/value-at';

/**
 * The manifest of an object with all that it was given. Classes that `cdk8s import` makes, such as those of
 * cdk8s-plus, leave out each field that they do not know, those of JSON patches among them. Such fields are
 * taken from what the object holds before that, under the names that our own table gives them.
 *
 * @param own what the object gives itself
 */
export function completeJson(object: ApiObject, own: object, location: PodLocation): object {
  if (!droppingClass(object)) return own;
  const isWhole = location.structs && !location.item.length;
  const way = wayTo(location);
  completed.set(object, isWhole ? [] : way);
  const held = ApiObject.prototype.toJson.call(object) as { readonly [field: string]: unknown };
  const options = renderOptions(object);
  if (isWhole) return withDroppedFields(own, toManifest(held, location.structs!, options)) as object;
  const template = toManifest({ template: valueAt(held, way) }, { template: 'PodTemplateSpec' }, options);
  return withValueAt(own, way, withDroppedFields(valueAt(own, way), valueAt(template, ['template'])));
}

const completed = new WeakMap<ApiObject, readonly string[]>();

/** The way to the part of an object in which no field is left out; undefined if there is no such part. */
export const completedPart = (object: ApiObject) => completed.get(object);

/** A value with the entries that only another has. The value itself counts where both have one. */
function withDroppedFields(value: unknown, all: unknown): unknown {
  if (Array.isArray(value) && Array.isArray(all) && value.length === all.length) {
    return value.map((item, index) => withDroppedFields(item, all[index]));
  }
  if (!isMap(value) || !isMap(all)) return value;
  const whole = {};
  for (const key of [...new Set([...Object.keys(value), ...Object.keys(all)])].sort()) {
    setOwn(whole, key, value[key] === undefined ? all[key] : withDroppedFields(value[key], all[key]));
  }
  return whole;
}
