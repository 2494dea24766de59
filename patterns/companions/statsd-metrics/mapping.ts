import type { Duration } from 'cdk8s';

/** A quantile of a summary. */
export interface StatsdQuantile {
  /** Quantile, from 0 to 1: 0.99. */
  readonly quantile: number;

  /** Error that is allowed, from 0 to 1: 0.001. */
  readonly error: number;
}

/** What a mapping can say of timers, histograms and distributions, and mappings as a whole. */
export interface StatsdObserverOptions {
  /**
   * What timers, histograms and distributions become.
   *
   * @default 'summary'
   */
  readonly observerType?: 'histogram' | 'summary';

  /**
   * Upper bounds of a histogram's buckets, in increasing order; of timers, in seconds.
   *
   * @default - those of Prometheus' clients, from 0.005 to 10
   */
  readonly buckets?: number[];

  /**
   * Quantiles of a summary.
   *
   * @default - 0.5, 0.9 and 0.99
   */
  readonly quantiles?: StatsdQuantile[];

  /**
   * Time after which a metric that is no longer sent disappears, in whole seconds.
   *
   * @default - it stays
   */
  readonly ttl?: Duration;

  /**
   * How `match` is read: `glob` with `*` for one part between dots, or a regular expression of Go.
   *
   * @default 'glob'
   */
  readonly matchType?: 'glob' | 'regex';
}

/** What applies to each mapping that does not set it. */
export interface StatsdDefaults extends StatsdObserverOptions {
  /**
   * Whether the most specific glob counts, not the first that matches.
   *
   * @default false
   */
  readonly globDisableOrdering?: boolean;
}

/** Rule that makes a metric with labels of a StatsD metric. */
export interface StatsdMapping extends StatsdObserverOptions {
  /** StatsD metric: `shop.*.orders`. */
  readonly match: string;

  /**
   * Name of the metric; `$1` is what the first `*` or group matches.
   *
   * @default - required, unless `action` is `drop`
   */
  readonly name?: string;

  /**
   * Labels; `$1` is what the first `*` or group matches.
   *
   * @default - none
   */
  readonly labels?: { readonly [label: string]: string };

  /**
   * Description of the metric.
   *
   * @default - a general one
   */
  readonly help?: string;

  /**
   * What happens to a metric that matches: `drop` discards it.
   *
   * @default 'map'
   */
  readonly action?: 'map' | 'drop';

  /**
   * Type of the StatsD metrics that match; `observer` for timers, histograms and distributions.
   *
   * @default - all types
   */
  readonly matchMetricType?: 'counter' | 'gauge' | 'observer';

  /**
   * Whether a tag of the StatsD metric replaces a label of the same name.
   *
   * @default false
   */
  readonly honorLabels?: boolean;

  /**
   * Factor for the values: 0.001 makes seconds of milliseconds in a gauge.
   *
   * @default 1
   */
  readonly scale?: number;
}
