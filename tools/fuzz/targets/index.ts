import type { Target } from '../target';
import { CALLS_IN_CODE } from './calls';
import { CEL } from './cel';
import { KUBECTL_COMMANDS, OWN_COMMANDS } from './commands';
import { CONSTRUCTS } from './constructs';
import { CUSTOM_RESOURCES } from './custom-resources';
import { KUBECTL_IN_CODE } from './in-code';
import { COMPARE_VERSIONS, DEFAULTED, VALIDATE, VALIDATE_YAML } from './manifests';

/** All that is fuzzed, in turn. */
export const TARGETS: readonly Target[] = [
  VALIDATE,
  VALIDATE_YAML,
  COMPARE_VERSIONS,
  DEFAULTED,
  KUBECTL_COMMANDS,
  OWN_COMMANDS,
  KUBECTL_IN_CODE,
  CONSTRUCTS,
  CALLS_IN_CODE,
  CEL,
  CUSTOM_RESOURCES,
];
