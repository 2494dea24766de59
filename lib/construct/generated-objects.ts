import type { ApiObject } from 'cdk8s';
import type { EngineOptions } from '../validate/engine';

const generated = new WeakSet<ApiObject>();

/** Remembers an object that a pattern creates beside a Pod. */
export const rememberGenerated = (object: ApiObject) => void generated.add(object);

/**
 * The options to judge an object by. The user asked for what a pattern creates, such as a PodMonitor, which
 * says that the cluster has its kind.
 */
export function optionsForObject(object: ApiObject, options: EngineOptions): EngineOptions {
  if (!generated.has(object) || !object.apiGroup.includes('.')) return options;
  const own = { group: object.apiGroup, below: false, kind: object.kind };
  return { ...options, customResources: [...(options.customResources ?? []), own] };
}
