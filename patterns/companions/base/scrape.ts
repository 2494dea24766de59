import { secondsOf } from '../../../lib/options/amounts';
import { misuse } from '../../../lib/options/misuse';
import type { PodObject, RenderedPod } from '../../../lib/pod/pod-object';
import type { PodTemplate } from '../../../lib/pod/pod-template';
import type { ScrapeOptions } from '../metrics';
import type { OptionCheck } from './option-check';

/** What Prometheus asks for at a port. */
export interface Endpoint {
  readonly path: string;
  /** Query parameters. */
  readonly params?: { readonly [name: string]: string };
  /** Labels that tell the metrics of several endpoints apart. */
  readonly labels?: { readonly [name: string]: string };
}

export const METRICS: readonly Endpoint[] = [{ path: '/metrics' }];

/** @throws Error if there is no PodMonitor to have an option, or annotations cannot name all endpoints */
export function assertScrape(
  check: OptionCheck,
  options: ScrapeOptions,
  endpoints: readonly Endpoint[],
): void {
  const { scrape, scrapeInterval } = options;
  for (const option of ['monitorLabels', 'scrapeInterval'] as const) {
    if (options[option] !== undefined && scrape !== 'pod-monitor') {
      check.contradiction(`"${option}" is set, but there is no PodMonitor: set "scrape" to "pod-monitor"`);
    }
  }
  if (scrapeInterval !== undefined) check.count('scrapeInterval', secondsOf(scrapeInterval), 1);
  if (scrape === 'annotations' && endpoints.length > 1) {
    check.contradiction(
      `"scrape" is "annotations", which can name one endpoint, but there are ${endpoints.length}: use "pod-monitor"`,
    );
  }
}

/** Annotations that the usual scrape configurations read; `param_` is that of the Prometheus Helm chart. */
export function scrapeAnnotations(port: number, { path, params = {} }: Endpoint): { [key: string]: string } {
  return {
    'prometheus.io/scrape': 'true',
    'prometheus.io/port': String(port),
    'prometheus.io/path': path,
    ...Object.fromEntries(
      Object.entries(params).map(([name, value]) => [`prometheus.io/param_${name}`, value]),
    ),
  };
}

/** A PodMonitor selects a port by its name, whichever container has it. */
export function assertFreePortName(pod: PodTemplate, companion: string, portName: string): void {
  const other = [...pod.containers, ...pod.initContainers].find(
    ({ name, ports = [] }) => name !== companion && ports.some((port) => port.name === portName),
  );
  if (other) {
    throw misuse(
      `companion "${companion}"`,
      `container "${other.name}" also has a port named "${portName}", which the PodMonitor would scrape twice: set "portName"`,
    );
  }
}

/** The PodMonitor of a companion: it selects the Pods as their workload does. */
export function podMonitor(
  companion: string,
  portName: string,
  endpoints: readonly Endpoint[],
  { monitorLabels, scrapeInterval }: ScrapeOptions,
): PodObject {
  const interval = scrapeInterval === undefined ? {} : { interval: `${secondsOf(scrapeInterval)}s` };
  const podMetricsEndpoints = endpoints.map(({ path, params, labels }) => ({
    port: portName,
    path,
    ...(params ? { params: Object.fromEntries(Object.entries(params).map(([k, v]) => [k, [v]])) } : {}),
    ...interval,
    ...(labels ? { relabelings: relabelings(labels) } : {}),
  }));
  return {
    id: `${companion}-monitor`,
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    ...(monitorLabels ? { labels: monitorLabels } : {}),
    fields: {
      spec: (pod: RenderedPod) => ({
        selector: { matchLabels: labelsOf(companion, pod) },
        podMetricsEndpoints,
      }),
    },
  };
}

const relabelings = (labels: { readonly [name: string]: string }) =>
  Object.entries(labels).map(([targetLabel, replacement]) => ({ targetLabel, replacement }));

/** @throws Error for a Pod without labels: the empty selector selects every Pod of the namespace */
function labelsOf(companion: string, { selector }: RenderedPod): RenderedPod['selector'] {
  if (!Object.keys(selector).length) {
    throw new Error(
      `companion "${companion}": the Pod has no labels that the PodMonitor could select it by: set metadata.labels`,
    );
  }
  return selector;
}
