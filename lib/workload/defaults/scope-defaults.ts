import type { IConstruct } from 'constructs';
import type { PodDefaultsOptions } from './options';

const DEFAULTS = Symbol.for('cdk8s-pod-patterns.PodDefaults');

/** What was added at a construct, first added first; undefined if nothing was. */
export const defaultsAt = (scope: IConstruct) =>
  (scope as { readonly [DEFAULTS]?: PodDefaultsOptions[] })[DEFAULTS];

/** Sets the list of what is added at a construct. */
export const setDefaults = (scope: IConstruct, options: PodDefaultsOptions[]) =>
  void Object.defineProperty(scope, DEFAULTS, { value: options });
