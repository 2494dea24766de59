import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { leaveAdopting } from './adopting';
import { defaultsAt, leaveDefaults } from './given';
import type { PodDefaultsOptions } from './options';

/** The list of what is added at a construct from now on. */
export function openDefaults(scope: IConstruct): PodDefaultsOptions[] {
  const options: PodDefaultsOptions[] = [];
  leaveDefaults(scope, options);
  leaveAdopting(scope, (object) => void defaultsInForce(object)?.adoptForDefaults(object));
  return options;
}

/** What fills in defaults, where there are any for an object: it is loaded only then. */
export function defaultsInForce(object: ApiObject): typeof import('./in-force') | undefined {
  return object.node.scopes.some(defaultsAt)
    ? (require('./in-force') as typeof import('./in-force'))
    : undefined;
}
