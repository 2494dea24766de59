import type { PodSpec } from '../schema/types';
import type { LintedContainer } from './pod';
import { isShell } from './shell/process';

/**
 * What a Pod has that rules speak of, as bits: most rules have nothing to do with most Pods, and are not even
 * called.
 */
export const TRAIT = {
  INIT: 1,
  SEVERAL: 2,
  VOLUMES: 4,
  JOB: 8,
  COMMAND: 16,
  SHELL: 32,
  TAIL: 64,
  WAITS: 128,
  NSLOOKUP: 256,
  REFERENCE: 512,
  LOCALHOST: 1024,
  PROBE: 2048,
  PRE_STOP: 4096,
  RELOADER: 8192,
  OLD_REGISTRY: 16384,
} as const;

/** Registry of the community's images that has been frozen since April 2023. */
export const OLD_REGISTRY = 'k8s.gcr.io/';

export function traitsOf(kind: string, spec: PodSpec, containers: readonly LintedContainer[]): number {
  let traits = kind === 'Job' || kind === 'CronJob' ? TRAIT.JOB : 0;
  if (spec.initContainers?.length) traits |= TRAIT.INIT;
  if (spec.volumes?.length) traits |= TRAIT.VOLUMES;
  if (containers.length > 1) traits |= TRAIT.SEVERAL;
  for (const container of containers) traits |= fieldTraits(container) | programTraits(container);
  return traits;
}

function fieldTraits({
  spec: { image, env, startupProbe, readinessProbe, livenessProbe, lifecycle },
  saysLocalhost,
}: LintedContainer): number {
  let traits = saysLocalhost ? TRAIT.LOCALHOST : 0;
  if (startupProbe ?? readinessProbe ?? livenessProbe) traits |= TRAIT.PROBE;
  if (lifecycle?.preStop?.exec) traits |= TRAIT.PRE_STOP;
  if (image) traits |= imageTraits(image);
  if (env?.some(({ value }) => value?.includes('$('))) traits |= TRAIT.REFERENCE;
  return traits;
}

const imageTraits = (image: string) =>
  (image.includes('reload') ? TRAIT.RELOADER : 0) | (image.startsWith(OLD_REGISTRY) ? TRAIT.OLD_REGISTRY : 0);

function programTraits(container: LintedContainer): number {
  if (!container.hasProgram) return 0;
  const { command, args } = container.spec;
  let traits = command?.length ? TRAIT.COMMAND : 0;
  if (isShell(command?.[0] ?? args?.[0])) traits |= TRAIT.SHELL;
  return MARKS.test(container.text) ? traits | markTraits(container) : traits;
}

/** Words of what goes on for long. */
export const WAITING = ['tail', 'sleep', 'while', 'until'];

const MARKS = new RegExp([...WAITING, 'nslookup'].join('|'));

const markTraits = (container: LintedContainer) =>
  (WAITING.some((word) => container.says(word)) ? TRAIT.WAITS : 0) |
  (container.says('tail') ? TRAIT.TAIL : 0) |
  (container.says('nslookup') ? TRAIT.NSLOOKUP : 0);
