import { closest } from '../validate/closest';
import type { EngineOptions } from '../validate/engine';
import { engineOptionsOf } from '../validate/engine-options';
import type { ValidationOptions } from '../validate/options';
import { isObject } from './constructs';
import { Misuse } from './context';

const KNOWN = [
  'kubernetesVersion',
  'podSecurity',
  'admission',
  'rules',
  'customResources',
  'podTemplates',
  'crds',
];

/**
 * Options as they were given, if they make sense.
 *
 * @param more names of options beyond those of validation
 * @throws Misuse
 */
export function checkedOptions<Options extends ValidationOptions>(
  options: Options | undefined,
  more: readonly string[] = [],
): Options {
  if (options === undefined) return {} as Options;
  if (!isObject(options)) {
    throw new Misuse(
      `options must be an object, not ${JSON.stringify(options)}: { kubernetesVersion: '1.34' }`,
    );
  }
  const names = [...KNOWN, ...more];
  const unknown = Object.keys(options).find((name) => !names.includes(name));
  if (unknown !== undefined) throw new Misuse(unknownOption(unknown, names));
  asMisuse(() => engineOptionsOf(options));
  return options;
}

function unknownOption(name: string, names: readonly string[]): string {
  const near = closest(name, names);
  return `unknown option "${name}": ${near ? `did you mean "${near}"?` : `use ${names.join(', ')}`}`;
}

function asMisuse(check: () => unknown): void {
  try {
    check();
  } catch (error) {
    throw new Misuse((error as Error).message);
  }
}

/** What is given, and where it says nothing, what was configured. */
export function engineOptions(given: ValidationOptions, configured?: EngineOptions): EngineOptions {
  const { minor, rules, ...others } = engineOptionsOf(given);
  if (!configured) return { minor, rules, ...others };
  return {
    ...configured,
    ...others,
    ...(given.kubernetesVersion === undefined ? {} : { minor }),
    ...(rules ? { rules: { ...configured.rules, ...rules } } : {}),
  };
}
