import { instanceDescription } from './instances';
import type { Type } from './types';

const DESCRIPTIONS: { readonly [form: string]: string } = {
  any: 'a value',
  string: 'a string',
  number: 'a number',
  integer: 'an integer',
  boolean: 'true or false',
  map: 'an object',
};

/** A reference to a value that must not be in a manifest. */
export const isSecretKey = (type: Type) => type.form === 'struct' && type.name === 'k8s.SecretKeySelector';

/** Description of a type: "expected …". */
export function typeDescription(type: Type): string {
  switch (type.form) {
    case 'struct':
      return isSecretKey(type)
        ? "the key of a Secret, such as { name: 'my-secret', key: 'password' }"
        : 'an object';
    case 'literal':
      return JSON.stringify(type.text);
    case 'listOf':
      return type.item.form === 'any' ? 'a list' : `a list of ${plural(type.item)}`;
    case 'mapOf':
      return type.item.form === 'any' ? 'an object' : `an object with ${plural(type.item)}`;
    case 'instance':
      return instanceDescription(type.name);
    case 'union':
      return alternatives(instancesLast(type.types).map(typeDescription));
    default:
      return DESCRIPTIONS[type.form];
  }
}

/** Instances of classes come last, wherever the assembly has them. */
const instancesLast = (types: readonly Type[]) =>
  [...types].sort((a, b) => Number(a.form === 'instance') - Number(b.form === 'instance'));

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
      return `values, each ${typeDescription(type)}`;
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
