import { secondsOf } from '../../../lib/options/amounts';
import type { StatsdDefaults, StatsdMapping, StatsdObserverOptions } from './mapping';

type Fields = { [field: string]: unknown };

/** The configuration as statsd_exporter reads it (MetricMapper in pkg/mapper, v0.30). */
export const mappingConfig = (
  mappings: readonly StatsdMapping[] = [],
  defaults?: StatsdDefaults,
): Fields => ({
  ...(defaults ? { defaults: defaultsOf(defaults) } : {}),
  mappings: mappings.map(mappingOf),
});

const defaultsOf = ({ globDisableOrdering, ...observers }: StatsdDefaults): Fields =>
  set({ ...observerFields(observers), glob_disable_ordering: globDisableOrdering });

/** A rule that drops needs a name too. */
const mappingOf = (mapping: StatsdMapping): Fields =>
  set({
    match: mapping.match,
    name: mapping.name ?? 'dropped',
    action: mapping.action,
    match_metric_type: mapping.matchMetricType,
    labels: mapping.labels,
    honor_labels: mapping.honorLabels,
    help: mapping.help,
    scale: mapping.scale,
    ...observerFields(mapping),
  });

const observerFields = ({
  matchType,
  observerType,
  buckets,
  quantiles,
  ttl,
}: StatsdObserverOptions): Fields => ({
  match_type: matchType,
  observer_type: observerType,
  ttl: ttl && `${secondsOf(ttl)}s`,
  histogram_options: buckets && { buckets },
  summary_options: quantiles && { quantiles },
});

const set = (fields: Fields): Fields =>
  Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
