import { displayValue } from '../../text/display-value';
import { isOwnGroup } from './own-groups';

/** Custom resources that a pattern allows. Plain data: it crosses threads. */
export interface CustomResources {
  /** The group, or, for `below`, the domain that its groups are below; empty for any. */
  readonly group: string;
  readonly below: boolean;
  /** The kind; any if not given. */
  readonly kind?: string;
}

const LABEL = /^[a-z0-9](?:[-a-z0-9]*[a-z0-9])?$/;
const KIND = /^[A-Z][A-Za-z0-9]*$/;
const VERSION = /^v[0-9]+(?:(?:alpha|beta)[0-9]+)?$/;
const FORMS =
  'use a group (argoproj.io), all groups of a domain (*.example.com), or either with a kind (Rollout.argoproj.io)';

/** Whether one of the patterns allows a kind of a group. */
export const allows = (patterns: readonly CustomResources[], group: string, kind: string) =>
  patterns.some(
    (pattern) =>
      (pattern.kind === undefined || pattern.kind === kind) &&
      (pattern.below ? !pattern.group || group.endsWith(`.${pattern.group}`) : group === pattern.group),
  );

/**
 * Patterns as a user gives them.
 *
 * @throws Error for one that makes no sense, with what to write
 */
export function customResourcesOf(patterns: unknown): readonly CustomResources[] {
  if (!Array.isArray(patterns)) {
    throw new Error(
      `customResources is ${displayValue(patterns)}: use a list of patterns, such as ["argoproj.io", "*.example.com"]`,
    );
  }
  return patterns.map(customResourceOf);
}

/** @throws Error as `customResourcesOf` does */
export function customResourceOf(pattern: unknown): CustomResources {
  const suggestion = typeof pattern === 'string' ? faultOf(pattern) : FORMS;
  if (suggestion) throw new Error(`invalid custom resource pattern ${displayValue(pattern)}: ${suggestion}`);
  return parsed(pattern as string);
}

function parsed(pattern: string): CustomResources {
  const [first, ...rest] = pattern.split('.');
  const [kind, labels] = KIND.test(first) ? [first, rest] : [undefined, [first, ...rest]];
  const below = labels[0] === '*';
  return {
    group: (below ? labels.slice(1) : labels).join('.'),
    below,
    ...(kind === undefined ? {} : { kind }),
  };
}

/** What to write instead of a pattern; undefined for one that makes sense. */
function faultOf(pattern: string): string | undefined {
  if (!pattern) return FORMS;
  if (/[\s,]/.test(pattern)) {
    return `use one pattern for each: ${pattern
      .trim()
      .split(/[\s,]+/)
      .join(' and ')}`;
  }
  if (pattern.includes('/')) return slashFault(pattern);
  const { group, below, kind } = parsed(pattern);
  if (kind !== undefined && !group && !below) return `include the group of the kind: ${kind}.example.com`;
  return labelFault(pattern, group, kind) ?? groupFault(group, below, kind);
}

/** An apiVersion, with or without a kind, in the place of a pattern. */
function slashFault(pattern: string): string {
  const [group, version, ...rest] = pattern.split('/');
  const kind = rest.find((part) => KIND.test(part)) ?? (KIND.test(version) ? version : undefined);
  return `use the group without a version: ${kind ? `${kind}.` : ''}${group.toLowerCase()}`;
}

function labelFault(pattern: string, group: string, kind: string | undefined): string | undefined {
  const labels = group ? group.split('.') : [];
  if (labels.every((label) => LABEL.test(label))) {
    return kind !== undefined && VERSION.test(labels[0] ?? '') && labels.length > 2
      ? `omit the version: ${[kind, ...labels.slice(1)].join('.')}`
      : undefined;
  }
  if (labels.some((label) => label.includes('*'))) {
    return `"*" can only replace whole labels before a domain, once: ${FORMS}`;
  }
  if (/[A-Z]/.test(group)) {
    return `use lowercase letters for the group: ${[kind, pattern.slice(kind === undefined ? 0 : kind.length + 1).toLowerCase()].filter(Boolean).join('.')}`;
  }
  return FORMS;
}

function groupFault(group: string, below: boolean, kind: string | undefined): string | undefined {
  if (below) return undefined;
  if (isOwnGroup(group)) {
    return `"${group}" is a built-in API group, whose kinds are always validated: remove it`;
  }
  if (group.includes('.')) return undefined;
  return `the group of a custom resource contains a domain: use ${kind ? `${kind}.` : ''}GROUP as its apiVersion has it, such as ${group}.example.com`;
}
