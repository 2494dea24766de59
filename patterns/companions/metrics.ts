import type { Duration } from 'cdk8s';
import type { CompanionOptions } from './options';

/** Where metrics are served, and how Prometheus finds them. */
export interface ScrapeOptions {
  /**
   * Port of the metrics on the Pod's IP address. Two exporters in one Pod need different ports.
   *
   * @default - the exporter's usual port, such as 9121 for Redis
   */
  readonly port?: number;

  /**
   * Name of the port: at most 15 characters, unique in the Pod.
   *
   * @default - named after what it measures, such as `redis-metrics`
   */
  readonly portName?: string;

  /**
   * How Prometheus finds the metrics: `annotations` adds `prometheus.io/scrape`, `port` and `path` to the
   * Pod, which many scrape configurations read; `pod-monitor` creates a PodMonitor for the Prometheus
   * Operator, which the cluster must have.
   *
   * @default - nothing is added, for a Prometheus that finds the port by other means
   */
  readonly scrape?: 'annotations' | 'pod-monitor';

  /**
   * Labels of the PodMonitor, by which a Prometheus selects it: `{ release: 'prometheus' }`.
   *
   * @default - none
   */
  readonly monitorLabels?: { readonly [label: string]: string };

  /**
   * How often the PodMonitor makes Prometheus scrape the metrics, in whole seconds.
   *
   * @default - the interval of Prometheus
   */
  readonly scrapeInterval?: Duration;
}

/** Options of every companion that serves metrics for Prometheus. */
export interface MetricsOptions extends CompanionOptions, ScrapeOptions {}
