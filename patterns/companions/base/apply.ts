import type { PodTemplate } from '../../../lib/pod/pod-template';
import { addMainEnv } from '../../blocks/main-env';
import { addVolumeOnce } from '../../blocks/shared-directory';
import type { CompanionConfig, CompanionProps } from '../options';
import { annotate } from './annotate';
import { addConfig } from './config';
import { writableVolumes } from './writable';

/** A companion that is added to a Pod. */
export interface AddedCompanion {
  /** Name of the container. */
  readonly name: string;
  readonly props: CompanionProps;
  readonly config?: CompanionConfig;
  readonly mainEnv?: { readonly [variable: string]: string };
}

/** Default of `terminationGracePeriodSeconds` (SetDefaults_PodSpec). */
const GRACE_SECONDS = 30;

/** What the kubelet and the runtime need after the container has ended. */
const SPARE_SECONDS = 5;

/** Adds everything that a companion needs to the Pod that has its container. */
export function applyCompanion(pod: PodTemplate, companion: AddedCompanion): void {
  const { name, props, config } = companion;
  const { volumes = [], writablePaths = [], filledPaths = [], annotations = {} } = props;
  if (config) addConfig(pod, name, config);
  [...writableVolumes(name, writablePaths), ...volumes].forEach((volume) => addVolumeOnce(pod, volume));
  if (filledPaths.length || props.statePath !== undefined) shareVolumes(pod, companion);
  Object.entries(annotations).forEach(([key, value]) => annotate(pod, name, key, value));
  addMainEnv(pod, name, mainVariables(companion));
  if (props.shareProcessNamespace) shareProcesses(pod, name);
  leaveTimeToDrain(pod, companion);
}

function shareVolumes(pod: PodTemplate, { name, props }: AddedCompanion): void {
  const { filledPaths = [], statePath, files = [] } = props;
  const { mountFilled, mountState } = require('./shared') as typeof import('./shared');
  mountFilled(pod, name, filledPaths);
  if (statePath !== undefined) mountState(pod, name, statePath, files[0]);
}

const mainVariables = ({ props: { settings = {} }, mainEnv = {} }: AddedCompanion) =>
  Object.entries(mainEnv).map(([variable, setting]) => ({ name: variable, value: settings[setting] }));

function shareProcesses(pod: PodTemplate, name: string): void {
  if (pod.tryField('shareProcessNamespace') === false) {
    throw new Error(
      `companion "${name}" needs to see the processes of the other containers, but the Pod has shareProcessNamespace: false: remove it`,
    );
  }
  pod.setField('shareProcessNamespace', true);
}

function leaveTimeToDrain(pod: PodTemplate, { name, props: { drainSeconds = 0 } }: AddedCompanion): void {
  const given = pod.tryField('terminationGracePeriodSeconds') as number | undefined;
  if (given !== undefined && given <= drainSeconds) {
    throw new Error(
      `companion "${name}" takes up to ${drainSeconds} s to end, but the Pod has terminationGracePeriodSeconds: ${given}: use at least ${drainSeconds + SPARE_SECONDS}, or shorten the drain`,
    );
  }
  if (given === undefined && drainSeconds + SPARE_SECONDS > GRACE_SECONDS) {
    pod.setField('terminationGracePeriodSeconds', drainSeconds + SPARE_SECONDS);
  }
}
