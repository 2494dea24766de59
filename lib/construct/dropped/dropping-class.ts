import type { ApiObject } from 'cdk8s';

/**
 * The class that renders an object, if it is one that `cdk8s import` made: those have their group, version
 * and kind.
 */
export function droppingClass(object: ApiObject): typeof ApiObject | undefined {
  let prototype = Object.getPrototypeOf(object) as object;
  while (!Object.hasOwn(prototype, 'toJson')) prototype = Object.getPrototypeOf(prototype) as object;
  return Object.hasOwn(prototype.constructor, 'GVK')
    ? (prototype.constructor as typeof ApiObject)
    : undefined;
}
