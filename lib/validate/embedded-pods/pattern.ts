import { displayValue } from '../../text/display-value';
import { closest } from '../closest';
import { isOwnGroup } from '../unknown-kinds/own-groups';
import { type EmbeddedPod, POD_TYPES, type PodType } from './embedded-pod';

/** Where a user says that a kind has Pods. Plain data: it crosses threads. */
export interface PodTemplatePattern {
  readonly group: string;
  readonly kind: string;
  /** None if the Pods of the kind are not to be validated. */
  readonly pods: readonly EmbeddedPod[];
}

const KIND = /^[A-Z][A-Za-z0-9]*$/;
const GROUP = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)+$/;
const PATH = /^[A-Za-z_][-\w]*(?:\[\*\])*(?:\.[A-Za-z_][-\w]*(?:\[\*\])*)*$/;
const NONE = 'none';
const MERGED = 'partial';
const FORM = 'use KIND.GROUP=PATH or KIND.GROUP=PATH:TYPE, such as Rollout.argoproj.io=spec.template';

/**
 * Patterns as a user gives them.
 *
 * @throws Error for one that makes no sense, with what to write
 */
export function podTemplatesOf(patterns: unknown): readonly PodTemplatePattern[] {
  if (Array.isArray(patterns)) return patterns.map(podTemplateOf);
  throw new Error(
    `podTemplates is ${displayValue(patterns)}: use a list of patterns, such as ["Rollout.argoproj.io=spec.template"]`,
  );
}

/** @throws Error as `podTemplatesOf` does */
export function podTemplateOf(pattern: unknown): PodTemplatePattern {
  const parsed = typeof pattern === 'string' ? parse(pattern) : FORM;
  if (typeof parsed === 'string') {
    throw new Error(`invalid Pod template pattern ${displayValue(pattern)}: ${parsed}`);
  }
  return parsed;
}

/** The pattern, or what to write instead. */
function parse(pattern: string): PodTemplatePattern | string {
  const [, name, place] = /^([^=]*)=([^]*)$/.exec(pattern) ?? [];
  if (name === undefined) return FORM;
  const [kind, ...labels] = name.split('.');
  const group = labels.join('.');
  const fault = kindFault(name, kind, group);
  if (fault) return fault;
  if (place === NONE) return { kind, group, pods: [] };
  const [path, type = 'PodTemplateSpec', ...rest] = place.split(':');
  return placeFault(path, type, rest) ?? { kind, group, pods: [podOf(path, type as PodType, rest)] };
}

function kindFault(name: string, kind: string, group: string): string | undefined {
  if (name.includes('/')) return 'use the kind and the group without a version: Rollout.argoproj.io';
  if (!KIND.test(kind)) return `"${kind}" is not a kind: ${FORM}`;
  if (!group) return `add the group of the kind: ${kind}.example.com`;
  if (isOwnGroup(group)) {
    return `"${group}" is a built-in API group, whose Pods are always validated: remove it`;
  }
  return GROUP.test(group) ? undefined : `"${group}" is not the group of a custom resource: ${FORM}`;
}

function placeFault(path: string, type: string, rest: readonly string[]): string | undefined {
  if (!PATH.test(path)) {
    return `"${path}" is not a path of fields: use dots, and [*] for every item of a list or entry of a map, such as spec.tasks[*].template`;
  }
  if (!POD_TYPES.includes(type as PodType)) {
    const near = closest(type, POD_TYPES) ?? POD_TYPES.find((known) => type && known.startsWith(type));
    return `unknown type "${type}": ${near ? `did you mean "${near}"?` : `use ${POD_TYPES.join(', ')}`}`;
  }
  return rest.length && String(rest) !== MERGED
    ? `"${rest.join(':')}" is unknown: use ":${MERGED}" if the controller completes it, or remove it`
    : undefined;
}

const podOf = (path: string, type: PodType, rest: readonly string[]): EmbeddedPod => ({
  source: 'podTemplates',
  kinds: [],
  at: [path],
  type,
  ...(rest.length ? { merged: true } : {}),
});
