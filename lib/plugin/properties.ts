import { closest } from '../validate/closest';

type Check = (value: unknown, name: string) => string | undefined;

const text: Check = (value, name) => (typeof value === 'string' ? undefined : `${name} is ${described(value)}, and has to be a text: ${quoted(value)}`);

const oneOf = (...known: readonly string[]): Check => (value, name) => {
  if (known.includes(value as string)) return undefined;
  const near = closest(String(value), known);
  return `${name} is ${JSON.stringify(value)}: ${near ? `did you mean "${near}"?` : `use ${known.map((one) => `"${one}"`).join(' or ')}`}`;
};

const levels: Check = (value, name) => {
  if (!isMap(value)) return `${name} is ${described(value)}, and has to be a map of rules and their levels, such as image-tag: error`;
  return Object.entries(value).map(([rule, level]) => text(level, `${name}.${rule}`)).find(Boolean);
};

const CHECKS: { readonly [name: string]: Check } = {
  failOn: oneOf('error', 'warning'),
  kubernetesVersion: text,
  podSecurity: text,
  report: text,
  rules: levels,
};

/**
 * Checks properties that come from a YAML file, where any name and any type may stand.
 *
 * @throws Error with the remedy
 */
export function checkProperties(properties: object): void {
  if (!isMap(properties)) throw new Error(`PodPatternsValidation: properties are ${described(properties)}, and have to be a map`);
  for (const [name, value] of Object.entries(properties)) {
    const problem = Object.hasOwn(CHECKS, name) ? value !== undefined && CHECKS[name](value, name) : unknown(name);
    if (problem) throw new Error(`PodPatternsValidation: ${problem}`);
  }
}

function unknown(name: string): string {
  const near = closest(name, Object.keys(CHECKS));
  return `there is no property "${name}": ${near ? `did you mean "${near}"?` : `use ${Object.keys(CHECKS).join(', ')}`}`;
}

const isMap = (value: unknown): value is object => typeof value === 'object' && value !== null && !Array.isArray(value);

const described = (value: unknown) => (Array.isArray(value) ? 'a list' : isMap(value) ? 'a map' : `${JSON.stringify(value)}`);

const quoted = (value: unknown) => (typeof value === 'object' ? 'write it in quotes' : `write it in quotes, "${String(value)}"`);
