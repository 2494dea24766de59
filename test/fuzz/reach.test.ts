import { KUBECTL } from '../../lib/cli/kubectl/tree';
import { COMMANDS } from '../../lib/cli/options/command';
import { longOf } from '../../lib/cli/options/option';
import { matchesType } from '../../lib/options/matches-type';
import { CALLS } from '../../lib/options/table';
import { callOf, structOf, type Type } from '../../lib/options/types';
import { KUBECTL_LEAVES } from '../../tools/fuzz/command-lines';
import { Random } from '../../tools/fuzz/random';
import { inputAt } from '../../tools/fuzz/session';
import { TARGETS } from '../../tools/fuzz/targets';
import { OTHER_CALLS } from '../../tools/fuzz/targets/calls';
import { structInput } from '../../tools/fuzz/typed';
import { decoded } from '../../tools/fuzz/values';

/*
 * What the fuzzer reaches: it is told by what it makes, so that a new option or command is fuzzed
 * from its first day.
 */

const SEED = 7;

const inputsOf = (name: string, count: number) => {
  const target = TARGETS.find((each) => each.name === name)!;
  return Array.from({ length: count }, (_, index) => inputAt(target, SEED, index));
};

const structsIn = (type: Type): string[] => {
  if (type.form === 'struct') return [type.name];
  if (type.form === 'listOf' || type.form === 'mapOf') return structsIn(type.item);
  return type.form === 'union' ? type.types.flatMap(structsIn) : [];
};

/** Structs that are given to a call, and those within them. */
function givenStructs(): string[] {
  const found = new Set<string>();
  const add = (name: string): void => {
    if (found.has(name)) return;
    found.add(name);
    for (const { type } of structOf(name).fields.values()) structsIn(type).forEach(add);
  };
  for (const line of CALLS) {
    for (const { type } of callOf(line.split(' ')[0]).parameters) structsIn(type).forEach(add);
  }
  return [...found].sort();
}

const kindOfValue = (value: unknown, type: Type) =>
  value === null ? 'null' : matchesType(decoded(value), type) ? 'sound' : 'odd';

test.each(givenStructs())('every option of %s is given: sound, null, and of another type', (name) => {
  const random = new Random(SEED);
  const kindsOf = (type: Type) => ['null', 'sound', ...(type.form === 'any' ? [] : ['odd'])];
  const missing = new Set(
    [...structOf(name).fields].flatMap(([option, { type }]) =>
      kindsOf(type).map((kind) => `${option} ${kind}`),
    ),
  );
  for (let left = 5_000; left > 0 && missing.size; left--) {
    const struct = structInput(name, random);
    for (const [option, { type }] of structOf(name).fields) {
      if (Object.hasOwn(struct, option)) missing.delete(`${option} ${kindOfValue(struct[option], type)}`);
    }
  }
  expect([...missing]).toEqual([]);
});

test('every method of Kubectl, pattern and workload is called', () => {
  const built = inputsOf('patterns and workloads', 2_000) as {
    readonly pattern: string;
    readonly workload: string;
  }[];
  const methods = inputsOf('Kubectl in code', 2_000).map(
    (input) => `Kubectl.${(input as { readonly method: string }).method}`,
  );
  const called = new Set([
    ...methods,
    ...built.flatMap(({ pattern, workload }) => [pattern, workload]),
    ...OTHER_CALLS,
  ]);
  const uncalled = CALLS.map((line) => line.split(' ')[0]).filter((name) => !called.has(name));
  // The base class of workloads, and the method that cdk8s-cli alone calls.
  expect(uncalled).toEqual(['PodPatternsValidation.validate', 'Workload']);
});

test('every other public call is made', () => {
  const names = new Set(
    inputsOf('calls in code', 2_000).map((input) => (input as { readonly name: string }).name),
  );
  expect(OTHER_CALLS.filter((name) => !names.has(name))).toEqual([]);
});

const lines = (name: string) =>
  inputsOf(name, 6_000).map((input) => (input as { readonly argv: readonly string[] }).argv);

test('every command of kubectl is carried out', () => {
  const given = lines('commands of kubectl').map((argv) => `${argv.join(' ')} `);
  expect(
    [...KUBECTL_LEAVES.keys()].filter((words) => !given.some((line) => line.startsWith(`${words} `))),
  ).toEqual([]);
  expect(KUBECTL_LEAVES.size).toBeGreaterThan(KUBECTL.subcommands!.length);
});

test('every own command is carried out, with each of its options', () => {
  const given = lines('own commands');
  const wanted = COMMANDS.flatMap(({ name, options }) => [
    [name, name],
    ...options.map((option) => [name, longOf(option)]),
  ]);
  expect(
    wanted.filter(
      ([name, word]) =>
        !given.some((argv) => argv[0] === name && argv.some((each) => each.split('=')[0] === word)),
    ),
  ).toEqual([]);
});
