import { ADMISSION_LEVELS } from '../../validate/admission-level';
import { KNOWN_VERSIONS } from '../../validate/kubernetes-version';
import { RULE_LEVELS } from '../../validate/lint/levels';
import { CONFIGURABLE_RULES } from '../../validate/rule-ids';
import { LEVELS, WORKLOADS_LEVELS } from '../../validate/pod-security/policy';
import { FORMAT_NAMES } from './formats';
import type { OptionSpec } from './option';

/** From which level on findings fail the command. */
export const FAIL_ON = ['error', 'warning'] as const;

export type FailOn = (typeof FAIL_ON)[number];

export const VALIDATE_OPTIONS: readonly OptionSpec[] = [
  {
    name: 'kubernetes-version',
    value: 'VERSION',
    description: `Minor version to validate against: ${KNOWN_VERSIONS.join(', ')}. Separate several by commas to compare them.`,
    usual: 'the newest',
    onlyOnce: 'separate several by commas',
    values: { oneOf: () => KNOWN_VERSIONS },
  },
  {
    name: 'pod-security',
    value: 'LEVEL[:VERSION]',
    description: 'Pod Security Standard to enforce: restricted, baseline:v1.34, restricted:latest.',
    usual: 'the labels of Namespaces in the files',
    onlyOnce: 'only one policy can be enforced',
    values: { oneOf: () => LEVELS },
  },
  {
    name: 'pod-security-workloads',
    value: 'LEVEL',
    description:
      'Level of findings for workloads whose Pods violate the Pod Security Standard: error or warning.',
    usual: 'error',
    values: { oneOf: () => WORKLOADS_LEVELS },
  },
  {
    name: 'admission',
    value: 'LEVEL',
    description:
      'Level of findings about what LimitRanges, ResourceQuotas and admission policies in the files would refuse: error, warn, or off to ignore these objects.',
    usual: 'error',
    values: { oneOf: () => ADMISSION_LEVELS },
  },
  {
    name: 'custom-resource',
    value: 'PATTERN',
    repeatable: true,
    description:
      'Custom resources to accept without validation: argoproj.io, *.example.com, Rollout.argoproj.io, or * for all. Can be repeated.',
  },
  {
    name: 'crd',
    value: 'PATH',
    repeatable: true,
    description:
      'File or folder with CustomResourceDefinitions to validate custom resources by. Can be repeated.',
    usual: 'those in the files, and local files imported in cdk8s.yaml',
    values: { path: 'file' },
  },
  {
    name: 'pod-template',
    value: 'KIND.GROUP=PATH',
    repeatable: true,
    description:
      'Pods in custom resources to validate, such as Backup.example.com=spec.jobs[*].template; "none" for PATH skips a kind. Can be repeated.',
    usual: 'those of well-known projects',
  },
  {
    name: 'rule',
    value: 'ID=LEVEL',
    repeatable: true,
    description:
      'Level of a rule: error, warning, info or off, such as image-tag=error. Can be repeated. "pod-patterns explain-rule" lists the rules.',
    values: { graded: () => CONFIGURABLE_RULES, levels: RULE_LEVELS },
  },
  {
    name: 'ignore',
    value: 'PATTERN',
    repeatable: true,
    description:
      'Files and folders to ignore, as in .gitignore, relative to the working directory. Can be repeated.',
  },
  {
    name: 'config',
    value: 'FILE',
    description: 'Configuration file to use.',
    onlyOnce: 'only one configuration can be used',
    usual: 'the nearest pod-patterns.yaml from the working directory up to the root of the repository',
    values: { path: 'file' },
  },
  { name: 'config', negative: true, description: 'Ignore configuration files.' },
  {
    name: 'format',
    value: 'FORMAT',
    description: `Output format: ${FORMAT_NAMES.join(', ')}.`,
    usual: 'text',
    onlyOnce: 'only one report is written',
    values: { oneOf: () => FORMAT_NAMES },
  },
  {
    name: 'output',
    short: 'o',
    value: 'FILE',
    description: 'File to write the report to, atomically.',
    onlyOnce: 'only one report is written',
    usual: 'standard output, as with -',
    values: { path: 'file' },
  },
  {
    name: 'max-findings',
    value: 'N',
    description: 'Maximum number of findings to show in text format; the rest are counted.',
    onlyOnce: 'only one number can be used',
    usual: '1000',
  },
  { name: 'summary', description: 'Print the number of findings per rule instead of the findings.' },
  {
    name: 'quiet',
    short: 'q',
    description: 'Print only findings that cause a failure, and no summary if there are none.',
  },
  {
    name: 'fail-on',
    value: 'LEVEL',
    description: 'Lowest level of findings that sets exit code 1: error or warning.',
    usual: 'error',
    onlyOnce: 'only one level can be used',
    values: { oneOf: () => FAIL_ON },
  },
  { name: 'watch', short: 'w', description: 'Validate again when a file changes, until interrupted.' },
  {
    name: 'jobs',
    short: 'j',
    value: 'N',
    description: 'Number of threads.',
    onlyOnce: 'only one number can be used',
    usual: 'the number of processors',
  },
  {
    name: 'color',
    description: 'Use colors.',
    usual: 'on a terminal, unless NO_COLOR is set; with FORCE_COLOR always',
  },
  { name: 'color', negative: true, description: 'Disable colors.' },
];
