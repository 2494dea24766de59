import { isInstance } from './instances';
import { matchesType, isLazy, isMap } from './matches-type';
import { isClass, displayValue } from '../text/display-value';
import type { Type } from './types';

/** What to write instead of a value that does not fit, by the form of the type that is expected. */
const SUGGESTIONS: {
  readonly [Form in Type['form']]?: (
    value: unknown,
    type: Type & { readonly form: Form },
    path: string,
  ) => string;
} = {
  listOf: (value, { item }) => (isSingleItem(value, item) ? '; wrap it in a list: [ … ]' : ''),
  instance: (value, { name }) => instanceSuggestion(value, name),
  union: (value, { types }, path) => unionSuggestion(value, types, path),
  string: nameSuggestion,
  number: numberSuggestion,
  integer: numberSuggestion,
  boolean: (value) => (value === 'true' || value === 'false' ? `; write ${value}` : ''),
  struct: (value, _, path) => objectSuggestion(value, path),
  map: (value, _, path) => objectSuggestion(value, path),
};

/** Suggestion, if there is one, as the end of a message. */
export function suggestionFor(value: unknown, type: Type, path: string): string {
  if (isLazy(value)) return '; a Lazy is not resolved yet when patterns read it: use the value itself';
  const suggest = SUGGESTIONS[type.form] as
    ((value: unknown, type: Type, path: string) => string) | undefined;
  return suggest?.(value, type, path) ?? '';
}

function numberSuggestion(value: unknown): string {
  return typeof value === 'string' && /^\d+$/.test(value) ? `; write ${value}` : '';
}

const isSingleItem = (value: unknown, item: Type) =>
  item.form === 'any' ? typeof value === 'string' : matchesType(value, item);

function objectSuggestion(value: unknown, path: string): string {
  if (typeof value === 'string') {
    return /\b(?:main|[cC]ontainers?(?:\[\d+\])?)$/.test(path)
      ? `; use { name: …, image: ${displayValue(value)} }`
      : '';
  }
  if (Array.isArray(value)) return value.length === 1 && isMap(value[0]) ? '; remove the brackets' : '';
  if (isClass(value)) return '; use a plain object: { … }';
  if (typeof value !== 'object' || value === null) return '';
  if (isInstance('Companion', value)) return '; pass it as the container: { container: … }';
  return 'applyTo' in value
    ? '; use only its options: { … }'
    : '; use a plain object with the Kubernetes names: { … }';
}

function instanceSuggestion(value: unknown, name: string): string {
  if (name === 'PodPattern' && isClass(value)) return `; create an instance: new ${value.name}({ … })`;
  if (name === 'PodPattern' && isInstance('Companion', value)) {
    return '; pass it to a pattern as its container: new Adapter({ container: … })';
  }
  const address =
    name === 'Dependency' && typeof value === 'string'
      ? /^(?:tcp:\/\/)?([\w.-]+)(?::(\d+))?$/.exec(value)
      : null;
  if (address) {
    return `; use Dependency.${address[2] ? `tcp("${address[1]}", ${address[2]})` : `dns("${address[1]}")`}`;
  }
  if (name === 'Dependency' && typeof value === 'string' && /^https?:\/\//.test(value)) {
    return `; use Dependency.http(${displayValue(value)})`;
  }
  return '';
}

function unionSuggestion(value: unknown, types: readonly Type[], path: string): string {
  const duration = typeof value === 'string' ? durationSuggestion(value, types) : '';
  const struct = types.find(({ form }) => form === 'struct');
  return duration || (struct ? suggestionFor(value, struct, path) : '');
}

/** `5m` is what Go and many tools call five minutes. */
function durationSuggestion(value: string, types: readonly Type[]): string {
  if (!types.some((type) => type.form === 'instance' && type.name === 'cdk8s.Duration')) return '';
  if (/^\d+$/.test(value)) return `; write ${value}`;
  if (/^PT?\d/.test(value)) return `; use Duration.parse(${displayValue(value)})`;
  const [, amount, unit] = /^(\d+)\s*(ms|s|m|h|d)$/.exec(value) ?? [];
  const units: { readonly [unit: string]: string } = {
    ms: 'millis',
    s: 'seconds',
    m: 'minutes',
    h: 'hours',
    d: 'days',
  };
  return unit ? `; use Duration.${units[unit]}(${amount})` : '';
}

/** Objects have names. */
function nameSuggestion(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('node' in value)) return '';
  return typeof (value as { readonly name?: unknown }).name === 'string' ? '; use its name: ….name' : '';
}
