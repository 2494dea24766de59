import { misuse } from '../../../lib/options/misuse';
import type { PodTemplate } from '../../../lib/pod/pod-template';

/** @throws Error if another companion has set the annotation to something else */
export function annotate(pod: PodTemplate, name: string, key: string, value: string): void {
  const { [key]: present = value } = pod.annotations;
  if (present !== value) {
    throw misuse(
      `companion "${name}"`,
      `sets the annotation ${key} to ${JSON.stringify(value)}, but another one has set it to ${JSON.stringify(present)}: a Pod has one value${SUGGESTION[key.split('/')[0]] ?? ''}`,
    );
  }
  pod.addAnnotation(key, value);
}

const SUGGESTION: { readonly [domain: string]: string } = {
  'prometheus.io': ', so set "scrape" to "pod-monitor"',
};
