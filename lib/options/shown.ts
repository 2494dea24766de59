import { printable } from '../report/printable';

const LONGEST = 60;

/** A value as a message shows it. */
export function shown(value: unknown): string {
  switch (typeof value) {
    case 'string':
      return text(value);
    case 'function':
      return isClass(value) ? `the class ${value.name}` : 'a function';
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
  const given: unknown = value.constructor?.name;
  const name = typeof given === 'string' ? given.replace(/^_/, '') : '';
  return name && name !== 'Object' ? `${/^[AEIOU]/.test(name) ? 'an' : 'a'} ${name}` : 'an object';
}

export const isClass = (value: unknown): value is { readonly name: string } =>
  typeof value === 'function' &&
  /^class\b/.test(Function.prototype.toString.call(value)) &&
  value.name !== '';
