import type { Container, LifecycleHandler, Probe } from '../schema/types';
import { someCommand } from './commands';
import { mayBeOldImage } from './companions/old-image';
import { PROBES, someHandler } from './handlers';
import type { LintedContainer, Predicate } from './pod';
import { mayBeSecret } from './secrets/literal';
import { isShell } from './shell/process';

/**
 * Where the community's images were before: nothing has been added since April 2023.
 * https://kubernetes.io/blog/2023/02/06/k8s-gcr-io-freeze-announcement/,
 * https://github.com/kubernetes/minikube/issues/20303
 */
export const OLD_REGISTRIES = ['k8s.gcr.io/', 'gcr.io/google-containers/', 'gcr.io/google_containers/'];

/** The old registry that an image is in, if any. */
export const oldRegistryOf = (image = '') => OLD_REGISTRIES.find((registry) => image.startsWith(registry));

/** Words in commands that go on for long. */
export const WAITING = ['tail', 'sleep', 'while', 'until'];

export const isJob: Predicate = ({ kind }) => kind === 'Job' || kind === 'CronJob';

/** Pods that are done when their containers have ended. */
export const runsToCompletion: Predicate = (pod) =>
  isJob(pod) ||
  (pod.kind === 'Pod' && (pod.spec.restartPolicy === 'Never' || pod.spec.restartPolicy === 'OnFailure'));

export const isAutoscaled: Predicate = ({ utilizations }) => utilizations.length > 0;

export const hasInitContainers: Predicate = ({ spec }) => Boolean(spec.initContainers?.length);

export const hasSeveralContainers: Predicate = ({ containers }) => containers.length > 1;

export const hasVolumes: Predicate = ({ spec }) => Boolean(spec.volumes?.length);

/** Workloads that start containers again, whatever they end with. */
const SERVICES: ReadonlySet<string> = new Set([
  ...['Deployment', 'ReplicaSet', 'ReplicationController', 'StatefulSet', 'DaemonSet'],
]);

export const isService: Predicate = ({ kind }) => SERVICES.has(kind);

export const keepsContainersRunning: Predicate = (pod) =>
  isService(pod) || pod.running.some(({ role }) => role === 'sidecar');

export const hasRootUser: Predicate = ({ spec, containers }) =>
  spec.securityContext?.runAsUser === 0 ||
  containers.some((container) => container.spec.securityContext?.runAsUser === 0);

export const runsSeveralWords = some(({ spec }) => someCommand(spec, beginsWithSeveralWords));

export const runsShell = some(({ spec }) => someCommand(spec, beginsWithShell));

export const mayReferToEnv = some(({ spec }) => spec.env !== undefined && someCommand(spec, hasDollar));

export const waits = some((container) => WAITING.some((word) => container.says(word)));

export const tails = some((container) => container.says('tail'));

export const looksUpNames = some((container) => container.says('nslookup'));

export const usesLocalhost = some(({ saysLocalhost }) => saysLocalhost);

export const refersToVariables = some(({ spec }) => spec.env?.some(hasReference) ?? false);

export const hasProbes = some(({ spec }) => PROBES.some((probe) => spec[probe]));

export const dialsPortByName = some(({ spec }) => someHandler(spec, isByName));

export const dialsHost = some(({ spec }) => someHandler(spec, hasHost));

export const hasPreStop = some(({ spec }) => spec.lifecycle?.preStop !== undefined);

export const hasReloader = some(({ spec }) => spec.image?.includes('reload') ?? false);

/** Whether a program has yet to replace part of an image's name. */
export const hasPlaceholder = (image = '') => image.includes('${') || image.includes('{{');

export const hasImagePlaceholder = some(({ spec }) => hasPlaceholder(spec.image));

export const hasForeignCharacter = some(
  ({ spec }) =>
    FOREIGN.test(spec.image ?? '') ||
    someCommand(spec, (words) => words.some((word) => FOREIGN.test(word))) ||
    (spec.env?.some(({ value }) => value !== undefined && FOREIGN.test(value)) ?? false),
);

/** What is not ASCII. */
const FOREIGN = /[^\0-\x7f]/;

export const usesOldRegistry = some(({ spec }) => oldRegistryOf(spec.image) !== undefined);

/** Whether it runs a proxy whose addresses are known. */
export const mayListenEverywhere = some(
  (container) =>
    container.knownProgram?.program.everywhere !== undefined ||
    container.says('socat') ||
    container.says('kubectl') ||
    (container.hasProgram && /socat|kubectl/.test(container.spec.image ?? '')),
);

export const mayBeOutdated = some(
  ({ knownProgram, spec }) => knownProgram?.program.fixes !== undefined || mayBeOldImage(spec.image),
);

export const runsKnownProgram = some(({ knownProgram }) => knownProgram !== undefined);

/** Whether a variable or a command may have a secret: a cheap look before a thorough one. */
export const mayHaveSecret = some(
  ({ spec }) =>
    (spec.env?.some(
      ({ name = '', value }) => value !== undefined && (mayBeSecret(name) || mayBeSecret(value)),
    ) ??
      false) ||
    someCommand(spec, (words) => words.some(mayBeSecret)),
);

function some(holds: (container: LintedContainer) => boolean): Predicate {
  return ({ containers }) => containers.some(holds);
}

function hasReference({ value }: NonNullable<Container['env']>[number]): boolean {
  return value?.includes('$(') ?? false;
}

function beginsWithShell([first]: readonly string[]): boolean {
  return isShell(first);
}

function beginsWithSeveralWords([first = '']: readonly string[]): boolean {
  return first.includes(' ');
}

/** Whether a command may refer to a variable. */
export function hasDollar(words: readonly string[]): boolean {
  return words.some((word) => word.includes('$'));
}

function isByName({ httpGet, tcpSocket }: Probe & LifecycleHandler): boolean {
  return typeof (httpGet ?? tcpSocket)?.port === 'string';
}

function hasHost({ httpGet, tcpSocket }: Probe & LifecycleHandler): boolean {
  return Boolean((httpGet ?? tcpSocket)?.host);
}
