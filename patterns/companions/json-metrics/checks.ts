import type { OptionCheck } from '../base/option-check';
import { moduleName } from './config';
import type { JsonMetric, JsonModule } from './module';

const JSON_PATH = /^\s*\{[^]*\}\s*$/;
const PATH = 'use a JSONPath in braces, such as {.queue.length}';

/** @throws Error if the exporter would refuse a module, or could find nothing with it */
export function assertModules(check: OptionCheck, modules: readonly JsonModule[]): void {
  check.notEmpty('modules', modules, 'one module');
  modules.forEach((module, index) => {
    const place = `modules[${index}]`;
    assertModule(check, place, module);
    if (modules.slice(0, index).some((other) => moduleName(other) === moduleName(module))) {
      check.fail(`${place}.name`, moduleName(module), 'another module has this name, so use a different one');
    }
  });
}

function assertModule(check: OptionCheck, place: string, module: JsonModule): void {
  const { name, url, metrics, headers = {} } = module;
  const named = 'use letters, digits, "-" and "_"';
  check.matches(`${place}.name`, name, /^[A-Za-z0-9]([A-Za-z0-9_-]{0,38}[A-Za-z0-9])?$/, named);
  check.matches(`${place}.url`, url, /^https?:\/\/[^\s/]+/, 'use a URL such as http://127.0.0.1:8080/stats');
  check.notEmpty(`${place}.metrics`, metrics, 'one metric');
  metrics.forEach((metric, index) => {
    assertMetric(check, `${place}.metrics[${index}]`, metric);
    assertSameLabels(check, `${place}.metrics[${index}]`, metric, metrics.slice(0, index));
  });
  if (Object.keys(headers).some((header) => header.toLowerCase() === 'authorization')) {
    check.contradiction(
      `"${place}.headers" contains Authorization, which would be in a ConfigMap: set "bearerToken" to the key of a Secret`,
    );
  }
}

/** The exporter fails at each scrape if metrics of one name have different labels or descriptions. */
function assertSameLabels(
  check: OptionCheck,
  place: string,
  metric: JsonMetric,
  others: readonly JsonMetric[],
): void {
  const names = namesOf(metric);
  const differing = others.find(
    (other) => namesOf(other).some((name) => names.includes(name)) && shapeOf(other) !== shapeOf(metric),
  );
  if (!differing) return;
  const name = names.find((own) => namesOf(differing).includes(own))!;
  check.contradiction(
    `"${place}" makes the metric ${name}, as another one does, with a different description or other labels: use the same, or another name`,
  );
}

/** The names of its metrics. */
const namesOf = ({ name, values }: JsonMetric) =>
  values ? Object.keys(values).map((end) => `${name}_${end}`) : [name];

const shapeOf = ({ name, help = name, labels = {} }: JsonMetric) =>
  JSON.stringify([help, Object.keys(labels).sort()]);

function assertMetric(check: OptionCheck, place: string, metric: JsonMetric): void {
  const { name, path, type, values, labels = {} } = metric;
  check.metric(`${place}.name`, name);
  check.matches(`${place}.path`, path, JSON_PATH, PATH);
  Object.keys(labels).forEach((label) => check.metricLabel(`${place}.labels`, label));
  Object.entries(values ?? {}).forEach(([end, value]) => {
    check.metric(`${place}.values`, end);
    check.matches(
      `${place}.values.${end}`,
      value,
      /^\s*\{[^]*\}\s*$|^(-?[\d.]+(e-?\d+)?|true|false)$/,
      `${PATH}, or a number`,
    );
  });
  if (type === 'value' && values) {
    check.contradiction(`"${place}.values" is set, but "type" is "value": set it to "object"`);
  }
  if (type === 'object' && !Object.keys(values ?? {}).length) {
    check.contradiction(`"${place}.values" is missing: set what the objects contain, or "type" to "value"`);
  }
}
