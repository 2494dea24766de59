import { isMap } from '../object/value-at';
import { displayValue } from '../text/display-value';
import { closest } from '../validate/closest';

type Check = (value: unknown, name: string) => string | undefined;

/** A text, in quotes where YAML would read a number or a boolean. */
const text =
  (example: string): Check =>
  (value, name) =>
    typeof value === 'string'
      ? undefined
      : `${name} is ${described(value)}, but must be a string: quote it, for example ${JSON.stringify(example)}`;

const choice =
  (...known: readonly string[]): Check =>
  (value, name) => {
    if (known.includes(value as string)) return undefined;
    const near = typeof value === 'string' ? closest(value, known) : undefined;
    return `${name} is ${displayValue(value)}: ${near ? `did you mean "${near}"?` : `use ${known.map((one) => `"${one}"`).join(' or ')}`}`;
  };

const levels: Check = (value, name) => {
  if (!isMap(value)) {
    return `${name} is ${described(value)}, but must be a map of rules to levels, such as image-tag: error`;
  }
  return Object.entries(value)
    .map(([rule, level]) => text('off')(level, `${name}.${rule}`))
    .find(Boolean);
};

const patterns =
  (example: string): Check =>
  (value, name) =>
    Array.isArray(value)
      ? undefined
      : `${name} is ${described(value)}, but must be a list of patterns, such as [${example}]`;

const paths: Check = (value, name) =>
  Array.isArray(value) && value.every((path) => typeof path === 'string')
    ? undefined
    : `${name} is ${described(value)}, but must be a list of paths, such as [crds/]`;

const CHECKS: { readonly [name: string]: Check } = {
  admission: choice('error', 'warn', 'off'),
  crds: paths,
  customResources: patterns('argoproj.io'),
  failOn: choice('error', 'warning'),
  kubernetesVersion: text('1.30'),
  podTemplates: patterns('Rollout.argoproj.io=spec.template'),
  podSecurity: (value, name) => (isMap(value) ? undefined : text('restricted')(value, name)),
  report: text('warnings'),
  rules: levels,
};

/**
 * Checks properties that come from a YAML file, where any name and any type may stand.
 *
 * @throws Error with a suggestion
 */
export function checkProperties(properties: object): void {
  if (!isMap(properties)) throw new Error(`properties are ${described(properties)}, but must be a map`);
  for (const [name, value] of Object.entries(properties)) {
    const problem = Object.hasOwn(CHECKS, name)
      ? value !== undefined && CHECKS[name](value, name)
      : unknownProperty(name);
    if (problem) throw new Error(problem);
  }
}

function unknownProperty(name: string): string {
  const near = closest(name, Object.keys(CHECKS));
  return `unknown property "${name}": ${near ? `did you mean "${near}"?` : `use ${Object.keys(CHECKS).join(', ')}`}`;
}

const described = (value: unknown) =>
  Array.isArray(value) ? 'a list' : isMap(value) ? 'a map' : displayValue(value);
