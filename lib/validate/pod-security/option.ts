import { displayValue } from '../../text/display-value';
import { closest } from '../closest';
import { type PodSecurity, podSecurityOf, WORKLOADS_LEVELS, type WorkloadsLevel } from './policy';

/** What the option of users means to the engine. */
export interface PodSecurityChoice {
  readonly podSecurity?: PodSecurity;
  readonly podSecurityWorkloads?: WorkloadsLevel;
}

const FIELDS = ['level', 'workloads'];

/**
 * What `podSecurity` means: a level, or a map of a level and what to do about workloads.
 *
 * @throws Error that lists the known values, if a value is not
 */
export function podSecurityChoice(option: unknown): PodSecurityChoice {
  if (option === undefined || option === null) return {};
  if (typeof option === 'string') return { podSecurity: podSecurityOf(option) };
  if (typeof option !== 'object' || Array.isArray(option)) {
    throw new Error(
      `podSecurity is ${displayValue(option)}: use a level, such as "restricted", or { level: "restricted", workloads: "warning" }`,
    );
  }
  const unknown = Object.keys(option).find((name) => !FIELDS.includes(name));
  if (unknown !== undefined) {
    throw new Error(`unknown option "${unknown}" of podSecurity: ${suggestion(unknown, FIELDS)}`);
  }
  const { level, workloads } = option as { readonly level?: unknown; readonly workloads?: unknown };
  if (level !== undefined && typeof level !== 'string') {
    throw new Error(`podSecurity.level is ${displayValue(level)}: use a level, such as "restricted"`);
  }
  return {
    ...(level === undefined ? {} : { podSecurity: podSecurityOf(level) }),
    ...(workloads === undefined ? {} : { podSecurityWorkloads: workloadsLevelOf(workloads) }),
  };
}

/** @throws Error that lists the known values */
export function workloadsLevelOf(level: unknown): WorkloadsLevel {
  const known = WORKLOADS_LEVELS.find((one) => one === level);
  if (known) return known;
  throw new Error(
    `unknown Pod Security level of workloads ${displayValue(level)}: ${suggestion(typeof level === 'string' ? level : '', WORKLOADS_LEVELS)}`,
  );
}

function suggestion(word: string, known: readonly string[]): string {
  const near = closest(word, known);
  return near ? `did you mean "${near}"?` : `use ${known.join(' or ')}`;
}
