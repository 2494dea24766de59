import type { ApiObject } from 'cdk8s';
import type { IConstruct } from 'constructs';
import { registerAdopter } from './adopters';
import { defaultsAt, setDefaults } from './scope-defaults';
import type { PodDefaultsOptions } from './options';

/** The list of what is added at a construct from now on. */
export function createDefaults(scope: IConstruct): PodDefaultsOptions[] {
  const options: PodDefaultsOptions[] = [];
  setDefaults(scope, options);
  registerAdopter(scope, (object) => void defaultsModuleFor(object)?.adoptForDefaults(object));
  return options;
}

/** What fills in defaults, where there are any for an object: it is loaded only then. */
export function defaultsModuleFor(object: ApiObject): typeof import('./apply') | undefined {
  return object.node.scopes.some(defaultsAt) ? (require('./apply') as typeof import('./apply')) : undefined;
}
