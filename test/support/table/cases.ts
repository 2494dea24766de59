import type { PodPattern, Workload } from '../../../lib';
import { CORPUS, STACKS } from './corpus';
import { PATTERNS, WITH_SIDECAR } from './patterns';
import { build, WORKLOADS } from './workloads';

type Stack = readonly string[];

/** A workload with patterns on it. */
export interface Case {
  /** `Job: Ambassador + LogSidecar, classic`. */
  readonly title: string;
  /** Name of its object, no other's in the table. */
  readonly name: string;
  readonly kind: string;
  readonly stack: Stack;
  readonly native: boolean;
}

const ALL = Object.keys(PATTERNS);
const KINDS = Object.keys(WORKLOADS);

/** Each two members of a stack, in their order. */
const pairsOf = (stack: Stack) =>
  stack.flatMap((one, index) => stack.slice(index + 1).map((other) => [one, other]));

/** Each stack once, in whatever order its patterns were given. */
function distinct(stacks: readonly Stack[]): Stack[] {
  return [...new Map(stacks.map((stack) => [[...stack].sort().join(), stack])).values()];
}

export const SINGLE: readonly Stack[] = ALL.map((name) => [name]);
export const CORPUS_PAIRS: readonly Stack[] = distinct(Object.values(CORPUS).flatMap(pairsOf));
export const TALLER: readonly Stack[] = distinct([...Object.values(CORPUS), ...STACKS]).filter(
  ({ length }) => length > 2,
);

/** All other pairs, for which one kind has to do. */
const OTHER_PAIRS = distinct([...CORPUS_PAIRS, ...pairsOf(ALL), ...ALL.map((name) => [name, name])]).slice(
  CORPUS_PAIRS.length,
);

const inEachWay = (stack: Stack, kinds: readonly string[]) => {
  const ways = stack.some((name) => WITH_SIDECAR.includes(name)) ? [true, false] : [true];
  return kinds.flatMap((kind) =>
    ways.map((native) => ({
      title: `${kind}: ${stack.join(' + ')}${native ? '' : ', classic'}`,
      kind,
      stack,
      native,
    })),
  );
};

/** The whole table. */
export const CASES: readonly Case[] = [
  ...[...SINGLE, ...CORPUS_PAIRS, ...TALLER].flatMap((stack) => inEachWay(stack, KINDS)),
  ...OTHER_PAIRS.flatMap((stack) => inEachWay(stack, ['Deployment'])),
].map((row, index) => ({ ...row, name: `case-${index}` }));

const countOf = (name: string, stack: Stack) => stack.filter((other) => other === name).length;

const instances = ({ stack, native }: Case): PodPattern[] =>
  stack.map((name, index) => PATTERNS[name]({ nth: countOf(name, stack.slice(0, index)), native }));

/** The workload of a case, in an app of its own. */
export const workloadOf = (row: Case): Workload => build(row.kind, row.name, instances(row));

/**
 * The Pod Security level that a case is under: only changing the owner of files needs a capability of root.
 */
export const levelOf = ({ stack }: Case) => (stack.includes('FixPermissions') ? 'baseline' : 'restricted');
