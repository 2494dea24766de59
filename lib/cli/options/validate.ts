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
    description: `Minor to judge by: ${KNOWN_VERSIONS.join(', ')}. Several, separated by commas, tell what begins or ends to fail between them.`,
    usual: 'the newest',
    once: 'separate several by commas',
    values: { oneOf: () => KNOWN_VERSIONS },
  },
  {
    name: 'pod-security',
    value: 'LEVEL[:VERSION]',
    description: 'Pod Security Standard that Pods must meet: restricted, baseline:v1.34, restricted:latest.',
    usual: 'what labels of Namespaces in the files ask for',
    once: 'Pods can be judged by one',
    values: { oneOf: () => LEVELS },
  },
  {
    name: 'pod-security-workloads',
    value: 'LEVEL',
    description:
      'Level of findings about workloads whose Pods the Pod Security Standard would refuse: error or warning.',
    usual: 'error',
    values: { oneOf: () => WORKLOADS_LEVELS },
  },
  {
    name: 'custom-resource',
    value: 'PATTERN',
    repeatable: true,
    description:
      'Custom resources that the cluster has: argoproj.io, *.example.com, Rollout.argoproj.io, or * for all. They are not judged. May be given several times.',
  },
  {
    name: 'rule',
    value: 'ID=LEVEL',
    repeatable: true,
    description:
      'Level of a rule: error, warning, info or off, such as image-tag=error. May be given several times. "pod-patterns explain-rule" lists the rules.',
    values: { graded: () => CONFIGURABLE_RULES, levels: RULE_LEVELS },
  },
  {
    name: 'ignore',
    value: 'PATTERN',
    repeatable: true,
    description:
      'Files and folders to leave out, as in .gitignore, from the working folder on. May be given several times.',
  },
  {
    name: 'config',
    value: 'FILE',
    description: 'Configuration to use.',
    once: 'there is one configuration for all',
    usual: 'pod-patterns.yaml, looked for upwards from the working folder to the root of the repository',
    values: { path: 'file' },
  },
  { name: 'config', negative: true, description: 'Use no configuration.' },
  {
    name: 'format',
    value: 'FORMAT',
    description: `Form of the report: ${FORMAT_NAMES.join(', ')}.`,
    usual: 'text',
    once: 'there is one report',
    values: { oneOf: () => FORMAT_NAMES },
  },
  {
    name: 'output',
    short: 'o',
    value: 'FILE',
    description: 'File for the report, which is written whole or not at all.',
    once: 'there is one report',
    usual: 'standard output, also with -',
    values: { path: 'file' },
  },
  {
    name: 'max-findings',
    value: 'N',
    description: 'Findings that the format text shows at most; the rest is counted.',
    once: 'it is one number',
    usual: '1000',
  },
  { name: 'summary', description: 'Only count what was found, by rule, in the place of findings.' },
  {
    name: 'quiet',
    short: 'q',
    description: 'Tell only what fails: no other warnings, no advice, and no summary if nothing fails.',
  },
  {
    name: 'fail-on',
    value: 'LEVEL',
    description: 'Level of findings from which on the exit code is 1: error or warning.',
    usual: 'error',
    once: 'there is one exit code',
    values: { oneOf: () => FAIL_ON },
  },
  { name: 'watch', short: 'w', description: 'Judge again whenever a file changes, until interrupted.' },
  {
    name: 'jobs',
    short: 'j',
    value: 'N',
    description: 'Threads to judge with.',
    once: 'it is one number',
    usual: 'as many as there are processors',
  },
  {
    name: 'color',
    description: 'Use colors.',
    usual: 'on a terminal, unless NO_COLOR is set; with FORCE_COLOR always',
  },
  { name: 'color', negative: true, description: 'Use no colors.' },
];
