import { admissionLevelOf } from './admission-level';
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
  admission,
  crds,
  podTemplates,
}: ValidationOptions): EngineOptions {
  return {
    minor: minorOf(kubernetesVersion),
    usesImports: true,
    ...podSecurityChoice(podSecurity),
    ...(admission === undefined ? {} : { admissionLevel: admissionLevelOf(admission) }),
    ...(rules ? { rules: ruleLevelsOf(rules) } : {}),
    ...(customResources ? { customResources: patternsOf(customResources) } : {}),
    ...(podTemplates ? { podTemplates: placesOf(podTemplates) } : {}),
    ...(crds ? { crds: definitionsOf(crds) } : {}),
  };
}

function placesOf(patterns: readonly string[]): EngineOptions['podTemplates'] {
  const { podTemplatesOf } = require('./embedded-pods/pattern') as typeof import('./embedded-pods/pattern');
  return podTemplatesOf(patterns);
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
