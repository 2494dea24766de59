import type { Container } from '../schema/types';
import type { LintedContainer, Predicate } from './pod';
import { isShell } from './shell/process';

/** Registry of the community's images that has been frozen since April 2023. */
export const OLD_REGISTRY = 'k8s.gcr.io/';

/** Words in commands that go on for long. */
export const WAITING = ['tail', 'sleep', 'while', 'until'];

export const isJob: Predicate = ({ kind }) => kind === 'Job' || kind === 'CronJob';

export const hasInitContainers: Predicate = ({ spec }) => Boolean(spec.initContainers?.length);

export const hasSeveralContainers: Predicate = ({ containers }) => containers.length > 1;

export const hasVolumes: Predicate = ({ spec }) => Boolean(spec.volumes?.length);

export const hasCommand = some(({ spec }) => Boolean(spec.command?.length));

export const runsShell = some(({ spec: { command, args } }) => isShell(command?.[0] ?? args?.[0]));

export const waits = some((container) => WAITING.some((word) => container.says(word)));

export const tails = some((container) => container.says('tail'));

export const looksUpNames = some((container) => container.says('nslookup'));

export const usesLocalhost = some(({ saysLocalhost }) => saysLocalhost);

export const refersToVariables = some(({ spec }) => spec.env?.some(hasReference) ?? false);

export const hasProbes = some(({ spec }) =>
  Boolean(spec.startupProbe ?? spec.readinessProbe ?? spec.livenessProbe),
);

export const hasPreStopCommand = some(({ spec }) => Boolean(spec.lifecycle?.preStop?.exec));

export const hasReloader = some(({ spec }) => spec.image?.includes('reload') ?? false);

/** Whether a program has yet to replace part of an image's name. */
export const hasPlaceholder = (image = '') => image.includes('${') || image.includes('{{');

export const hasImagePlaceholder = some(({ spec }) => hasPlaceholder(spec.image));

export const usesOldRegistry = some(({ spec }) => spec.image?.startsWith(OLD_REGISTRY) ?? false);

function some(holds: (container: LintedContainer) => boolean): Predicate {
  return ({ containers }) => containers.some(holds);
}

function hasReference({ value }: NonNullable<Container['env']>[number]): boolean {
  return value?.includes('$(') ?? false;
}
