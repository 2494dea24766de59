import type { PlacedContainer } from './pod-subject';

/* How the checks word what they say (pod-security-admission policy/helpers.go 1.36). */

export const plural = (noun: string, count: number) => (count === 1 ? noun : `${noun}s`);

/** `"a", "b"`, without escapes. */
export const quoted = (items: readonly string[]) => (items.length ? `"${items.join('", "')}"` : '');

/** Each once, sorted. */
export const listed = (items: readonly string[]) => [...new Set(items)].sort();

/** `containers "a", "b"` */
export const named = (containers: readonly PlacedContainer[]) =>
  `${plural('container', containers.length)} ${quoted(containers.map(({ name }) => name))}`;

/** `container "a" uses`, `containers "a", "b" use` */
export const using = (containers: readonly PlacedContainer[]) =>
  `${named(containers)} ${containers.length === 1 ? 'uses' : 'use'}`;

/** `pod and container "a"`: all that set something. */
export const setters = (pod: boolean, containers: readonly PlacedContainer[]) =>
  [pod ? 'pod' : [], containers.length ? named(containers) : []].flat().join(' and ');
