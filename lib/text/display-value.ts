import { printable } from './printable';

const MAX_LENGTH = 60;

/** A value as a message shows it. */
export function displayValue(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return displayString(value);
    case 'function':
      return isClass(value) ? `the class ${value.name}` : 'a function';
    case 'bigint':
      return `${value}n`;
    case 'symbol':
      return 'a symbol';
    case 'object':
      return value === null ? 'null' : displayObject(value);
    default:
      return String(value);
  }
}

function displayString(value: string): string {
  return JSON.stringify(printable(value.length > MAX_LENGTH ? `${value.slice(0, MAX_LENGTH)}…` : value));
}

function displayObject(value: object): string {
  if (Array.isArray(value)) return value.length ? `a list of ${value.length}` : 'an empty list';
  const given: unknown = value.constructor?.name;
  const name = typeof given === 'string' ? given.replace(/^_/, '') : '';
  return name && name !== 'Object' ? `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}` : 'an object';
}

export const isClass = (value: unknown): value is { readonly name: string } =>
  typeof value === 'function' &&
  /^class\b/.test(Function.prototype.toString.call(value)) &&
  value.name !== '';
