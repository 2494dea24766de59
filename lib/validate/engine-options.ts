import type { EngineOptions } from './engine';
import { minorOf } from './kubernetes-version';
import { ruleLevelsOf } from './lint/levels';
import type { ValidationOptions } from './options';
import { podSecurityChoice } from './pod-security/option';

/**
 * What options for users mean to the engine.
 *
 * @throws Error that lists the known values, if a value is not
 */
export function engineOptionsOf({
  kubernetesVersion,
  podSecurity,
  rules,
  customResources,
  crds,
}: ValidationOptions): EngineOptions {
  return {
    minor: minorOf(kubernetesVersion),
    ...podSecurityChoice(podSecurity),
    ...(rules ? { rules: ruleLevelsOf(rules) } : {}),
    ...(customResources ? { customResources: patternsOf(customResources) } : {}),
    ...(crds ? { crds: definitionsOf(crds) } : {}),
  };
}

/** Reads the files that are named. */
function definitionsOf(crds: readonly string[]): EngineOptions['crds'] {
  const { givenDefinitions } =
    require('./custom-kinds/node-files') as typeof import('./custom-kinds/node-files');
  return givenDefinitions(crds);
}

function patternsOf(patterns: readonly string[]): EngineOptions['customResources'] {
  const { customResourcesOf } =
    require('./unknown-kinds/custom-resources') as typeof import('./unknown-kinds/custom-resources');
  return customResourcesOf(patterns);
}
