import { isMap, valueAt } from '../../object/value-at';
import type { PodSpecOptions } from '../../k8s';
import type { PodModel } from '../../pod/pod-model';
import { DetachedPod } from '../../pod/pod-source';
import { PodTemplate } from '../../pod/pod-template';
import { fillContainer } from './fill-container';
import { missingItems } from './missing-items';
import type { PodDefaultsOptions } from './options';
import { securityContextWith } from './security-context';

type Texts = { readonly [key: string]: string };

/**
 * Fills in what a Pod lacks.
 *
 * @param template the Pod in the manifest, for what its metadata has
 * @param options strongest first
 */
export function fill(pod: PodModel, template: unknown, options: readonly PodDefaultsOptions[]): void {
  const patterns = [...options].reverse().flatMap((each) => each.patterns ?? []);
  patterns.forEach((pattern) => PodTemplate._from(new DetachedPod(pod)).add(pattern));
  for (const { labels, annotations, spec = {}, container = {} } of options) {
    fillTexts(pod.labels, valueAt(template, ['metadata', 'labels']), labels);
    fillTexts(pod.annotations, valueAt(template, ['metadata', 'annotations']), annotations);
    fillSpec(pod, spec);
    pod.entries.forEach((entry) => fillContainer(entry, container, pod));
  }
}

function fillTexts(added: { [key: string]: string }, given: unknown, defaults: Texts = {}): void {
  for (const [key, text] of Object.entries(defaults)) {
    if (valueAt(given, [key]) === undefined) added[key] ??= text;
  }
}

function fillSpec(pod: PodModel, { volumes = [], ...fields }: PodSpecOptions): void {
  pod.volumes.push(...volumes.filter(({ name }) => !pod.tryVolume(name)));
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined) pod.setField(field, filled(field, pod.field(field), value, pod));
  }
}

function filled(field: string, given: unknown, value: unknown, pod: PodModel): unknown {
  if (field === 'securityContext') return securityContextWith(given, value, pod);
  if (given === undefined || given === null) return value;
  if (field === 'nodeSelector' && isMap(given) && isMap(value)) return { ...value, ...given };
  const isJoined =
    ['imagePullSecrets', 'tolerations'].includes(field) && Array.isArray(given) && Array.isArray(value);
  return isJoined ? [...given, ...missingItems(given, value)] : given;
}
