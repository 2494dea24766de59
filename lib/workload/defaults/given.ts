import type { IConstruct } from 'constructs';
import type { PodDefaultsOptions } from './options';

const DEFAULTS = Symbol.for('cdk8s-pod-patterns.PodDefaults');

/** What was added at a construct, first added first; undefined if nothing was. */
export const defaultsAt = (scope: IConstruct) =>
  (scope as { readonly [DEFAULTS]?: PodDefaultsOptions[] })[DEFAULTS];

/** Leaves a list at a construct for what is added there. */
export const leaveDefaults = (scope: IConstruct, options: PodDefaultsOptions[]) =>
  void Object.defineProperty(scope, DEFAULTS, { value: options });
