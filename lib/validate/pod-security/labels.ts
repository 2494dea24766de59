import { among } from '../among';
import {
  isLevel,
  isVersion,
  type Level,
  LEVELS,
  type LevelVersion,
  type Mode,
  type PodSecurity,
  type Policy,
} from './policy';

export type Labels = { readonly [key: string]: unknown };

export const LABEL_PREFIX = 'pod-security.kubernetes.io/';

/** A label with a value that a server refuses. */
export interface LabelProblem {
  readonly label: string;
  readonly value: string;
  readonly problem: string;
  readonly suggestion: string;
}

const MODES: readonly Mode[] = ['enforce', 'audit', 'warn'];

/** What is wrong with a Namespace's labels (PolicyToEvaluate, pod-security-admission api/helpers.go 1.36). */
export function labelProblems(labels: Labels): LabelProblem[] {
  return MODES.flatMap((mode) => {
    const [level, version] = [valueOf(labels, mode), valueOf(labels, `${mode}-version`)];
    return [
      ...(level === undefined || isLevel(level)
        ? []
        : [problemOf(mode, level, `must be one of ${LEVELS.join(', ')}`, among(level, LEVELS).suggestion!)]),
      ...(version === undefined || isVersion(version)
        ? []
        : [problemOf(`${mode}-version`, version, 'must be "latest" or "v1.x"', versionRemedy(version))]),
    ];
  });
}

const problemOf = (name: string, value: string, problem: string, suggestion: string): LabelProblem => ({
  label: LABEL_PREFIX + name,
  value,
  problem,
  suggestion,
});

const versionRemedy = (version: string) =>
  isVersion(`v${version}`) ? `use v${version}` : 'use latest, or a version such as v1.34';

/**
 * The policy of a namespace with these labels, where `given` is what holds without any (PolicyToEvaluate,
 * 1.36).
 */
export function policyOf(labels: Labels, given: PodSecurity = {}): Policy {
  const [enforce, audit] = [
    labelled(labels, 'enforce', given.enforce),
    labelled(labels, 'audit', given.audit),
  ];
  const warn = labelled(labels, 'warn', given.warn);
  const follows = !given.warn && levelOf(labels, 'warn') === undefined && enforce.level !== 'privileged';
  if (!follows) return { enforce, audit, warn };
  return {
    enforce,
    audit,
    warn: { level: enforce.level, version: versionOf(labels, 'warn') ?? enforce.version },
  };
}

const PRIVILEGED: LevelVersion = { level: 'privileged', version: 'latest' };

const labelled = (labels: Labels, mode: Mode, { level, version } = PRIVILEGED): LevelVersion => ({
  level: levelOf(labels, mode) ?? level,
  version: versionOf(labels, mode) ?? version,
});

function levelOf(labels: Labels, mode: Mode): Level | undefined {
  const level = valueOf(labels, mode);
  return level !== undefined && isLevel(level) ? level : undefined;
}

function versionOf(labels: Labels, mode: Mode): string | undefined {
  const version = valueOf(labels, `${mode}-version`);
  return version !== undefined && isVersion(version) ? version : undefined;
}

/** A label of null is one of an empty text. */
function valueOf(labels: Labels, name: string): string | undefined {
  const value = Object.hasOwn(labels, LABEL_PREFIX + name) ? labels[LABEL_PREFIX + name] : undefined;
  return typeof value === 'string' || value === null ? (value ?? '') : undefined;
}
