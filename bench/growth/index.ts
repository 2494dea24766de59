import { COMMANDS } from './commands';
import { DOCUMENTS } from './documents';
import { EXPRESSIONS } from './expressions';
import { LISTS } from './lists';
import type { Scenario } from './scenario';
import { TEXTS } from './texts';

/** Kinds whose lists have most of the rules. */
const COUNTED_KINDS: ReadonlySet<string> = new Set([
  'Pod',
  'Deployment',
  'StatefulSet',
  'Job',
  'CronJob',
  'ConfigMap',
  'Secret',
  'PersistentVolume',
  'PersistentVolumeClaim',
  'Service',
]);

/** What decoding reports is the same for all lists: those on top of a Pod stand for the others. */
const isRepeated = (name: string) =>
  /, (of a wrong type|with unknown fields)$/.test(name) && /^\w+ \w+\.\w+\./.test(name);

/**
 * What tests count steps of, which takes some time for each: not texts, as the steps of regular expressions
 * cannot be counted, and not the lists of all kinds.
 */
export const COUNTED: readonly Scenario[] = [
  ...DOCUMENTS,
  ...EXPRESSIONS,
  ...COMMANDS,
  ...LISTS.filter(({ name }) => COUNTED_KINDS.has(name.split(' ')[0]) && !isRepeated(name)),
];

/** All that is measured. */
export const SCENARIOS: readonly Scenario[] = [...DOCUMENTS, ...EXPRESSIONS, ...COMMANDS, ...LISTS, ...TEXTS];
