import { printable } from '../report/printable';
import { fits, isLazy, isMap } from './fits';
import { instanceWords } from './instances';
import type { Type } from './types';

const WORDS: { readonly [form: string]: string } = {
  any: 'a value',
  string: 'a string',
  number: 'a number',
  integer: 'a whole number',
  boolean: 'true or false',
  map: 'an object',
  struct: 'an object',
};

/** A type in words: "expected …". */
export function wordsFor(type: Type): string {
  switch (type.form) {
    case 'literal':
      return JSON.stringify(type.text);
    case 'listOf':
      return type.item.form === 'any' ? 'a list' : `a list of ${plural(type.item)}`;
    case 'mapOf':
      return type.item.form === 'any' ? 'an object' : `an object with ${plural(type.item)}`;
    case 'instance':
      return instanceWords(type.name);
    case 'union':
      return alternatives(type.types.map(wordsFor));
    default:
      return WORDS[type.form];
  }
}

function plural(type: Type): string {
  switch (type.form) {
    case 'string':
      return 'strings';
    case 'map':
    case 'struct':
      return 'objects';
    case 'instance':
      return PLURALS[type.name] ?? 'instances';
    default:
      return `values, each ${wordsFor(type)}`;
  }
}

const PLURALS: { readonly [name: string]: string } = {
  Dependency: 'dependencies',
  PodPattern: 'patterns',
  'constructs.IConstruct': 'constructs',
};

function alternatives(words: readonly string[]): string {
  return words.length === 1 ? words[0] : `${words.slice(0, -1).join(', ')} or ${words.at(-1)!}`;
}

const LONGEST = 60;

/** A value as a message shows it. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'function':
      return isClass(value) ? `the class ${plainName(value.name)}` : 'a function';
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return 'a symbol';
    case 'object':
      return value === null ? 'null' : objectShown(value);
    default:
      return String(value);
  }
}

function text(value: string): string {
  return JSON.stringify(printable(value.length > LONGEST ? `${value.slice(0, LONGEST)}…` : value));
}

function objectShown(value: object): string {
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : 'an empty list';
  const name = plainName(String(value.constructor?.name ?? ''));
  return name && name !== 'Object' ? `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}` : 'an object';
}

/** Bundling renames a class that names itself. */
const plainName = (name: string) => name.replace(/^_/, '');

export const isClass = (value: unknown): value is { readonly name: string } =>
  typeof value === 'function' &&
  /^class\b/.test(Function.prototype.toString.call(value)) &&
  value.name !== '';

/** What to write instead, if that can be told. */
export function remedyFor(value: unknown, type: Type, place: string): string {
  if (isLazy(value)) return '; a Lazy is not known yet when patterns read it: give the value itself';
  switch (type.form) {
    case 'listOf':
      return isOne(value, type.item) ? '; put it in brackets: [ … ]' : '';
    case 'instance':
      return instanceRemedy(value, type.name);
    case 'union':
      return typeof value === 'string' ? lengthRemedy(value, type.types) : '';
    case 'string':
      return nameRemedy(value);
    case 'number':
    case 'integer':
      return typeof value === 'string' && /^\d+$/.test(value) ? `; write ${value}` : '';
    case 'boolean':
      return value === 'true' || value === 'false' ? `; write ${value}` : '';
    case 'struct':
    case 'map':
      return objectRemedy(value, place);
    default:
      return '';
  }
}

const isOne = (value: unknown, item: Type) =>
  item.form === 'any' ? typeof value === 'string' : fits(value, item);

function objectRemedy(value: unknown, place: string): string {
  if (typeof value === 'string') {
    return /\b(?:main|[cC]ontainers?(?:\[\d+\])?)$/.test(place)
      ? `; write { name: …, image: ${text(value)} }`
      : '';
  }
  if (Array.isArray(value)) return value.length === 1 && isMap(value[0]) ? '; leave out the brackets' : '';
  if (isClass(value)) return '; write a plain object: { … }';
  if (typeof value !== 'object' || value === null) return '';
  return 'applyTo' in value
    ? '; give its options alone: { … }'
    : '; write a plain object, with the names of Kubernetes: { … }';
}

function instanceRemedy(value: unknown, name: string): string {
  if (name === 'PodPattern' && isClass(value)) return `; make one: new ${value.name}({ … })`;
  const address =
    name === 'Dependency' && typeof value === 'string'
      ? /^(?:tcp:\/\/)?([\w.-]+)(?::(\d+))?$/.exec(value)
      : null;
  if (address) {
    return `; write Dependency.${address[2] ? `tcp("${address[1]}", ${address[2]})` : `dns("${address[1]}")`}`;
  }
  if (name === 'Dependency' && typeof value === 'string' && /^https?:\/\//.test(value)) {
    return `; write Dependency.http(${text(value)})`;
  }
  return '';
}

/** `5m` is what Go and many tools call five minutes. */
function lengthRemedy(value: string, types: readonly Type[]): string {
  if (!types.some((type) => type.form === 'instance' && type.name === 'cdk8s.Duration')) return '';
  if (/^\d+$/.test(value)) return `; write ${value}`;
  if (/^PT?\d/.test(value)) return `; write Duration.parse(${text(value)})`;
  const [, amount, unit] = /^(\d+)\s*(ms|s|m|h|d)$/.exec(value) ?? [];
  const units: { readonly [unit: string]: string } = {
    ms: 'millis',
    s: 'seconds',
    m: 'minutes',
    h: 'hours',
    d: 'days',
  };
  return unit ? `; write Duration.${units[unit]}(${amount})` : '';
}

/** Objects have names. */
function nameRemedy(value: unknown): string {
  if (typeof value !== 'object' || value === null || !('node' in value)) return '';
  return typeof (value as { readonly name?: unknown }).name === 'string' ? '; write its name: ….name' : '';
}
