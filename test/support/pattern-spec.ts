import { type k8s, type PodPattern, PodTemplate, type PodTemplateProps } from '../../lib';

export const main: k8s.Container = { name: 'app', image: 'app' };
export const container: k8s.Container = { name: 'helper', image: 'helper' };

/** Spec of a Pod with a pattern. */
export const spec = (pattern: PodPattern, props: Partial<PodTemplateProps> = {}) =>
  new PodTemplate({ main, ...props, patterns: [pattern] }).toSpec();

const unshelled = (key: string, value: unknown) => (key === 'command' ? '<script>' : value);

/** A part of a spec without its scripts. */
export const shown = (value: unknown) => JSON.parse(JSON.stringify(value, unshelled)) as unknown;
