import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';

/** The construct that a user made: the one around an object that is its default child. */
export function userConstruct(object: ApiObject): IConstruct {
  const { scope } = object.node;
  return scope && scope.node.defaultChild === object ? scope : object;
}
