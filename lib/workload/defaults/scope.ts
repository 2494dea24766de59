import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { leaveAdopting } from './adopting';
import type { PodDefaultsOptions } from './options';

const DEFAULTS = Symbol.for('cdk8s-pod-patterns.PodDefaults');

/** What was added at a construct, first added first; undefined where nothing was. */
export const defaultsAt = (scope: IConstruct) =>
  (scope as { readonly [DEFAULTS]?: PodDefaultsOptions[] })[DEFAULTS];

/** The list of what is added at a construct from now on. */
export function openDefaults(scope: IConstruct): PodDefaultsOptions[] {
  const options: PodDefaultsOptions[] = [];
  Object.defineProperty(scope, DEFAULTS, { value: options });
  leaveAdopting(scope, (object) => void defaultsInForce(object)?.adoptForDefaults(object));
  return options;
}

/** What fills in defaults, where there are any for an object: it is loaded only then. */
export function defaultsInForce(object: ApiObject): typeof import('./in-force') | undefined {
  return object.node.scopes.some(defaultsAt)
    ? (require('./in-force') as typeof import('./in-force'))
    : undefined;
}
