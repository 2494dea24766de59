import type { Container } from '../../../lib/k8s';
import { misuse } from '../../../lib/options/misuse';
import type { PodTemplate } from '../../../lib/pod/pod-template';
import { addMainEnv } from '../../blocks/main-env';
import { shareProcesses } from '../../blocks/share-processes';
import { addVolumeOnce } from '../../blocks/shared-directory';
import type { CompanionConfig, CompanionOptions, CompanionProps } from '../options';
import { annotate } from './annotate';
import { addChecksum, addConfigVolume } from './config';
import { takePorts } from './ports';
import { addReloader } from './reload';
import { writableVolumes } from './writable';

/** A companion that is added to a Pod. */
export interface AddedCompanion {
  readonly container: Container;
  readonly props: CompanionProps;
  readonly options: CompanionOptions;
  readonly config?: CompanionConfig;
}

/** Default of `terminationGracePeriodSeconds` (SetDefaults_PodSpec). */
const GRACE_SECONDS = 30;

/** What the kubelet and the runtime need after the container has ended. */
const SPARE_SECONDS = 5;

/** Adds everything that a companion needs to the Pod that has its container. */
export function applyCompanion(pod: PodTemplate, companion: AddedCompanion): void {
  const {
    container: { name },
    props,
  } = companion;
  const { volumes = [], writablePaths = [], filledPaths = [], annotations = {} } = props;
  takePorts(pod, props, name);
  addConfig(pod, companion);
  [...writableVolumes(name, writablePaths), ...volumes].forEach((volume) => addVolumeOnce(pod, volume));
  if (filledPaths.length || props.statePath !== undefined) shareVolumes(pod, name, props);
  Object.entries(annotations).forEach(([key, value]) => annotate(pod, name, key, value));
  addMainEnv(pod, name, mainVariables(companion));
  seeProcesses(pod, companion);
  leaveTimeToDrain(pod, companion);
}

function addConfig(pod: PodTemplate, { container, props, options, config }: AddedCompanion): void {
  if (!config) return;
  const { name } = container;
  addConfigVolume(pod, name, config);
  if (options.onConfigChange === 'reload') addReloader(pod, container, props.reload!, config);
  else addChecksum(pod, name, config);
}

function shareVolumes(pod: PodTemplate, name: string, props: CompanionProps): void {
  const { filledPaths = [], statePath, files = [] } = props;
  const { mountFilled, mountState } = require('./shared') as typeof import('./shared');
  mountFilled(pod, name, filledPaths);
  if (statePath !== undefined) mountState(pod, name, statePath, files[0]);
}

const mainVariables = ({ props: { settings = {} }, options: { mainEnv = {} } }: AddedCompanion) =>
  Object.entries(mainEnv).map(([variable, setting]) => ({ name: variable, value: settings[setting] }));

function seeProcesses(pod: PodTemplate, { container: { name }, props, options }: AddedCompanion): void {
  const reloads = options.onConfigChange === 'reload';
  if (!props.shareProcessNamespace && !reloads) return;
  shareProcesses(pod, {
    by: `companion "${name}"`,
    refused: `needs to see the processes of the other containers, but the Pod has shareProcessNamespace: false: remove it`,
    hostPid: reloads
      ? `the Pod has hostPID, where other processes of the node may have the same name: set "onConfigChange" to "roll"`
      : undefined,
  });
}

function leaveTimeToDrain(
  pod: PodTemplate,
  { container: { name }, props: { drainSeconds = 0 } }: AddedCompanion,
): void {
  const given = pod.tryField('terminationGracePeriodSeconds') as unknown;
  if (typeof given === 'number' && given <= drainSeconds) {
    throw misuse(
      `companion "${name}"`,
      `takes up to ${drainSeconds} s to end, but the Pod has terminationGracePeriodSeconds: ${given}: use at least ${drainSeconds + SPARE_SECONDS}, or shorten the drain`,
    );
  }
  if (given === undefined && drainSeconds + SPARE_SECONDS > GRACE_SECONDS) {
    pod.setField('terminationGracePeriodSeconds', drainSeconds + SPARE_SECONDS);
  }
}
