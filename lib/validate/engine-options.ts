import type { EngineOptions } from './engine';
import { minorOf } from './kubernetes-version';
import { ruleLevelsOf } from './lint/levels';
import type { ValidationOptions } from './options';
import { podSecurityOf } from './pod-security/policy';

/**
 * What options for users mean to the engine.
 *
 * @throws Error with what is known, where a value is not
 */
export function engineOptionsOf({ kubernetesVersion, podSecurity, rules }: ValidationOptions): EngineOptions {
  return {
    minor: minorOf(kubernetesVersion),
    podSecurity: podSecurity === undefined ? undefined : podSecurityOf(podSecurity),
    rules: rules && ruleLevelsOf(rules),
  };
}
