import { closest } from '../closest';
import { docsAddress } from '../docs-address';
import type { FindingLevel, FindingSource } from '../finding';
import { USUAL_LEVELS } from '../lint/levels';
import type { Entries } from './entry';
import { LINT } from './lint';
import { POD_SECURITY } from './pod-security';
import { CONTAINERS, PODS } from './pods';
import { ADMIT, DECODE, READ } from './reading';
import { WARNINGS } from './warnings';
import { OBJECTS, WORKLOADS } from './workloads';

/** A rule in words. Texts have names of fields in backquotes. */
export interface RuleFacts {
  readonly id: string;
  /** Stage of validation that it belongs to. */
  readonly source: FindingSource;
  /** Level of its findings unless asked otherwise. */
  readonly level: FindingLevel;
  /** The mistake that it finds, in one line. */
  readonly description: string;
  /** Why that is one, where a server does not say so. */
  readonly why?: string;
  /** What to do about it. */
  readonly remedy: string;
  /** Address of its row in the docs. */
  readonly docs: string;
}

/** All rules that can find something, sorted by id. */
export const allRules = (): readonly RuleFacts[] => (known ??= collect());

/** A rule by its id. */
export const ruleNamed = (id: string): RuleFacts | undefined => allRules().find((rule) => rule.id === id);

/** The id of a rule that a misspelt one most likely stands for. */
export const nearRule = (id: string): string | undefined =>
  closest(
    id,
    allRules().map((rule) => rule.id),
  );

let known: readonly RuleFacts[] | undefined;

function collect(): RuleFacts[] {
  return [
    ...factsOf(READ, 'read', 'error'),
    ...factsOf(DECODE, 'decode', 'error'),
    ...factsOf(ADMIT, 'admit', 'error'),
    ...[OBJECTS, WORKLOADS, PODS, CONTAINERS].flatMap((entries) => factsOf(entries, 'judge', 'error')),
    ...factsOf(NOTES, 'judge', 'info'),
    ...factsOf(WARNINGS, 'warn', 'warning'),
    ...factsOf(POD_SECURITY, 'pod-security', 'error'),
    ...Object.entries(LINT).map(([id, { mistake, why, remedy }]): RuleFacts => ({
      id,
      source: 'lint',
      level: USUAL_LEVELS[id as keyof typeof LINT],
      description: mistake,
      why,
      remedy,
      docs: docsAddress('rules', id),
    })),
  ].sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What is said of a manifest that is in order as far as it is judged. */
const NOTES: Entries = [
  [
    'kind-not-judged',
    'a kind of which only fields, types and metadata are judged here',
    'ask a server: `kubectl create --dry-run=server`',
  ],
];

/** Rules of a stage whose findings are of another level than its usual one. */
const LEVELS: { readonly [id: string]: FindingLevel } = {
  'field-dropped': 'warning',
  'key-misread': 'warning',
};

const factsOf = (entries: Entries, source: FindingSource, level: FindingLevel): RuleFacts[] =>
  entries.map(([id, description, remedy]) => ({
    id,
    source,
    level: LEVELS[id] ?? level,
    description,
    remedy,
    docs: docsAddress('server-rules', id),
  }));
