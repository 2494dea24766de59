import { matchesType } from '../../lib/options/matches-type';
import { structOf, type Type } from '../../lib/options/types';
import { seenUnder } from './corpus';
import type { Random } from './random';
import { anyValue, mutated } from './values';

/** How often a value is not of its type, an option is given, and what is required is left out. */
const [STRANGE, GIVEN, LEFT_OUT] = [0.08, 0.3, 0.03];

const TEXTS = [
  'a',
  'app',
  '/var/log/a',
  'nginx:1.27',
  'app=a',
  'http://a.example.com/b',
  '100Mi',
  '1.36',
  '@daily',
  '80:8080',
  'a.example.com/b=c:80',
];
const NUMBERS = [0, 1, 3, 80, 8080, 30_080];

/** Keys under which manifests have what our options call otherwise. */
const ALIASES: { readonly [option: string]: string } = {
  main: 'containers[]',
  container: 'containers[]',
  volume: 'volumes[]',
  source: 'volumes[]',
};

/**
 * Input of a type: most of it sound, some null, of another type, missing or changed.
 *
 * @param name of the option or parameter: what manifests have under it is a likely value
 */
export function inputOf(type: Type, random: Random, name: string): unknown {
  if (random.chance(STRANGE)) return random.chance(0.3) ? null : anyValue(random);
  const likely = seenUnder(ALIASES[name] ?? name);
  const value = likely.length && random.chance(0.7) ? random.pick(likely) : undefined;
  if (value === undefined || !matchesType(value, type)) return soundInput(type, random, name);
  return random.chance(0.2) ? mutated(value, random) : value;
}

function soundInput(type: Type, random: Random, name: string): unknown {
  switch (type.form) {
    case 'string':
      return random.pick(TEXTS);
    case 'number':
    case 'integer':
      return random.pick(NUMBERS);
    case 'boolean':
      return random.chance(0.5);
    case 'literal':
      return type.text;
    case 'listOf':
      return Array.from({ length: random.below(3) }, () => inputOf(type.item, random, `${name}[]`));
    case 'mapOf':
      return Object.fromEntries(
        Array.from({ length: random.below(3) }, (_, index) => [
          'ab'[index],
          inputOf(type.item, random, name),
        ]),
      );
    case 'struct':
      return structInput(type.name, random);
    case 'union':
      return inputOf(random.pick(type.types), random, name);
    case 'instance':
      return { $: type.name };
    default:
      return anyValue(random);
  }
}

/** Input of a struct; every option of it is given now and then. */
export function structInput(name: string, random: Random): { [option: string]: unknown } {
  const given = [...structOf(name).fields].filter(([, { required }]) =>
    random.chance(required ? 1 - LEFT_OUT : GIVEN),
  );
  const struct = Object.fromEntries(
    given.map(([option, { type }]) => [option, inputOf(type, random, option)]),
  );
  return random.chance(0.02) ? { ...struct, odd: anyValue(random) } : struct;
}
