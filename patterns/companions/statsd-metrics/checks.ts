import type { OptionCheck } from '../base/option-check';
import type { StatsdDefaults, StatsdMapping, StatsdObserverOptions } from './mapping';

/** As statsd_exporter checks them (metricLineRE, metricNameRE and labelNameRE, pkg/mapper v0.30). */
const GLOB = /^(\*|[a-zA-Z_][a-zA-Z0-9_-]*)(\.\*|\.[a-zA-Z0-9_][a-zA-Z0-9_-]*)*$/;
const NAME = /^[a-zA-Z_]\w*$/;
const LABEL = /^[a-zA-Z_]\w+$/;

/** What stands for a part of what matched. */
const REFERENCE = /\$\{?\d+\}?/g;

/** What Go's regular expressions do not have. */
const NOT_IN_GO = /\(\?(?:[=!]|<[=!])|\\[1-9]/;

/** @throws Error if the exporter would refuse the mapping, and end */
export function assertMapping(
  check: OptionCheck,
  place: string,
  mapping: StatsdMapping,
  defaults: StatsdDefaults,
): void {
  const { match, name, action, labels = {}, matchType = defaults.matchType ?? 'glob' } = mapping;
  if (matchType === 'glob') check.matches(`${place}.match`, match, GLOB, GLOB_TEXT);
  else assertRegex(check, `${place}.match`, match);
  if (name === undefined && action !== 'drop') {
    check.contradiction(`"${place}.name" is missing: set the name of the metric, or "action" to "drop"`);
  }
  if (name !== undefined && !NAME.test(name.replace(REFERENCE, 'x'))) {
    check.fail(`${place}.name`, name, 'use letters, digits and "_", with $1 for what the first "*" matches');
  }
  Object.keys(labels).forEach((label) =>
    check.matches(`${place}.labels`, label, LABEL, 'name the label with at least two letters, digits or "_"'),
  );
  assertObserver(check, place, mapping, mapping.observerType ?? defaults.observerType);
}

const GLOB_TEXT =
  'use parts of letters, digits, "_" and "-", or "*" for a whole part, with dots between them; or set "matchType" to "regex"';

function assertRegex(check: OptionCheck, place: string, match: string): void {
  if (NOT_IN_GO.test(match)) {
    check.fail(place, match, "Go's regular expressions have no look-around and no back-references");
  }
  try {
    new RegExp(
      match.replace(/\(\?P</g, '(?<').replace(/\(\?[imsU-]+(:)?/g, (_, colon) => (colon ? '(?:' : '(?:')),
    );
  } catch (error) {
    check.fail(place, match, `use a regular expression: ${(error as Error).message.replace(/^.*: /, '')}`);
  }
}

/** @throws Error if the options of one type are set for the other, or have a wrong value */
export function assertObserver(
  check: OptionCheck,
  place: string,
  { buckets, quantiles = [], observerType }: StatsdObserverOptions,
  type = observerType,
): void {
  const [wrong, needed] = type === 'histogram' ? [quantiles, 'summary'] : [buckets ?? [], 'histogram'];
  if (wrong.length) {
    const option = type === 'histogram' ? 'quantiles' : 'buckets';
    check.contradiction(
      `"${place}.${option}" is set, but the metric is a ${type ?? 'summary'}: set "observerType" to "${needed}"`,
    );
  }
  if (buckets?.some((bound, index) => index > 0 && bound <= buckets[index - 1])) {
    check.fail(`${place}.buckets`, buckets, 'list the bounds in increasing order');
  }
  quantiles
    .flatMap(({ quantile, error }) => [quantile, error])
    .filter((share) => !(share >= 0 && share <= 1))
    .forEach((share) => check.fail(`${place}.quantiles`, share, 'use a number from 0 to 1'));
}
