import { ADMISSION_LEVELS } from '../../validate/admission-level';
import { KNOWN_VERSIONS, minorOf } from '../../validate/kubernetes-version';
import { RULE_LEVELS, unknownRule } from '../../validate/lint/levels';
import { LEVELS, podSecurityOf, WORKLOADS_LEVELS } from '../../validate/pod-security/policy';
import { CONFIGURABLE_RULES } from '../../validate/rule-ids';
import { podTemplateOf } from '../../validate/embedded-pods/pattern';
import { customResourceOf } from '../../validate/unknown-kinds/custom-resources';
import { readIgnorePattern } from '../inputs/ignore-pattern';
import { FORMAT_NAMES } from '../options/formats';
import { FAIL_ON } from '../options/validate';
import { schemaOf, type Shape } from './shape';

/** One key of the configuration. */
interface ConfigField {
  readonly shape: Shape;
  readonly description: string;
}

const PATTERNS: Shape = {
  kind: 'list',
  of: { kind: 'text', read: readIgnorePattern, example: 'charts/' },
  orOne: true,
};

const PATHS: Shape = { kind: 'list', of: { kind: 'text', read: readPath, example: 'k8s/' }, orOne: true };

function readPath(path: string): string {
  if (path) return path;
  throw new Error('empty path: specify a file or folder, such as k8s/');
}

const POD_SECURITY_LEVEL: Shape = {
  kind: 'text',
  read: podSecurityOf,
  pattern: `^(?:${LEVELS.join('|')})(?::(?:latest|v?1\\.[0-9]+))?$`,
  example: 'restricted',
};

/** All keys of the configuration; its checks, JSON Schema and documentation are derived from this. */
export const CONFIG_FIELDS = {
  kubernetesVersion: {
    shape: {
      kind: 'list',
      of: {
        kind: 'text',
        read: minorOf,
        pattern: `^v?1\\.(?:${KNOWN_VERSIONS.map((version) => version.slice('1.'.length)).join('|')})(?:\\.[0-9]+)?$`,
        example: '1.34',
      },
      orOne: true,
    },
    description: 'Kubernetes minor version to validate against, in quotes, or a list of versions to compare.',
  },
  podSecurity: {
    shape: {
      kind: 'fields',
      fields: { level: POD_SECURITY_LEVEL, workloads: { kind: 'choice', of: WORKLOADS_LEVELS } },
      orOnly: 'level',
      example: '{level: restricted, workloads: warning}',
    },
    description:
      'Pod Security Standard to enforce: LEVEL or LEVEL:VERSION, or a map with level and workloads, the level of findings about workloads: error or warning.',
  },
  admission: {
    shape: { kind: 'choice', of: ADMISSION_LEVELS },
    description:
      'Level of findings about what LimitRanges, ResourceQuotas and admission policies in the files would refuse: error, warn or off.',
  },
  customResources: {
    shape: {
      kind: 'list',
      of: { kind: 'text', read: customResourceOf, example: 'argoproj.io' },
      orOne: true,
    },
    description:
      'Custom resources to accept without validation: argoproj.io, "*.example.com", Rollout.argoproj.io.',
  },
  podTemplates: {
    shape: {
      kind: 'list',
      of: { kind: 'text', read: podTemplateOf, example: 'Rollout.argoproj.io=spec.template' },
      orOne: true,
    },
    description:
      'Pods in custom resources to validate: KIND.GROUP=PATH or KIND.GROUP=PATH:TYPE, such as Rollout.argoproj.io=spec.template.',
  },
  crds: {
    shape: { ...PATHS, of: { kind: 'text', read: readPath, example: 'crds/' } },
    description:
      'Files and folders with CustomResourceDefinitions to validate custom resources by, relative to the configuration file.',
  },
  rules: {
    shape: {
      kind: 'map',
      keys: CONFIGURABLE_RULES,
      of: { kind: 'choice', of: RULE_LEVELS },
      example: '{image-tag: error}',
      stray: unknownRule,
    },
    description: 'Levels of rules: error, warning, info or off.',
  },
  ignore: {
    shape: PATTERNS,
    description: 'Files and folders to ignore, as in .gitignore, relative to the configuration file.',
  },
  paths: {
    shape: PATHS,
    description:
      'Files and folders to validate if the command line names none, relative to the configuration file.',
  },
  format: {
    shape: { kind: 'choice', of: FORMAT_NAMES },
    description: `Output format: ${FORMAT_NAMES.join(', ')}.`,
  },
  failOn: {
    shape: { kind: 'choice', of: FAIL_ON },
    description: 'Lowest level of findings that sets exit code 1: error or warning.',
  },
} as const satisfies { readonly [key: string]: ConfigField };

export type ConfigKey = keyof typeof CONFIG_FIELDS;

/**
 * The whole configuration as a shape of its own has keys of different shapes: its JSON Schema.
 *
 * @param rules ids of rules whose level can be chosen
 */
export function configSchema(rules: readonly string[] = CONFIGURABLE_RULES) {
  const { shape, ...rest } = CONFIG_FIELDS.rules;
  const fields: { readonly [key: string]: ConfigField } = {
    ...CONFIG_FIELDS,
    rules: { ...rest, shape: { ...shape, keys: rules } },
  };
  return {
    $schema: 'http://json-schema.org/draft-07/schema#',
    title: 'Configuration of pod-patterns',
    type: ['object', 'null'],
    additionalProperties: false,
    properties: Object.fromEntries(
      Object.entries(fields).map(([key, { shape: own, description }]) => [
        key,
        { description, ...schemaOf(own) },
      ]),
    ),
  };
}
