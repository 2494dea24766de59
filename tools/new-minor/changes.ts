import type { MinorPackages } from '../go/encodings';
import { flatten } from '../go/go-types';
import type { Facts, MinorRange } from '../openapi/facts';
import { type FieldEntry, ledgerOf } from '../openapi/ledger';

/** What one side has and the other does not. */
export interface Changes {
  readonly added: readonly string[];
  readonly removed: readonly string[];
}

export function changesBetween(before: Iterable<string>, after: Iterable<string>): Changes {
  const [old, now] = [new Set(before), new Set(after)];
  return {
    added: [...now].filter((one) => !old.has(one)).sort(),
    removed: [...old].filter((one) => !now.has(one)).sort(),
  };
}

const newestOf = (facts: Facts) => facts.minors.at(-1)!;

const covers = ([first, last]: MinorRange, minor: number) => first <= minor && minor <= last;

/** Kinds that can be created in the newest minor of the facts. */
export const kindsOf = (facts: Facts): string[] =>
  [...ledgerOf(facts).kinds]
    .filter(([, { minors }]) => covers(minors, newestOf(facts)))
    .map(([name]) => name);

/** Fields in the newest minor of the facts: `core.v1.Container.image`. */
const fields = (facts: Facts): [path: string, field: FieldEntry][] =>
  [...ledgerOf(facts).types].flatMap(([type, entry]) =>
    [...entry.fields]
      .filter(([, { minors }]) => covers(minors, newestOf(facts)))
      .map(([name, field]): [string, FieldEntry] => [`${type}.${name}`, field]),
  );

export const fieldsOf = (facts: Facts) => fields(facts).map(([path]) => path);

/** Values of enums: `core.v1.GRPCAction.mode: TLS`. */
export const valuesOf = (facts: Facts) =>
  fields(facts).flatMap(([path, field]) => (field.enum ?? []).map((value) => `${path}: ${value}`));

export const requiredOf = (facts: Facts) =>
  fields(facts).flatMap(([path, { required }]) => (required ? [path] : []));

export const defaultsOf = (facts: Facts) =>
  fields(facts).flatMap(([path, field]) =>
    field.default === undefined ? [] : [`${path}: ${JSON.stringify(field.default)}`],
  );

/** Adds to the paths of fields the gates that guard them, as the comments of the Go types say. */
export const withGates = (
  paths: readonly string[],
  { packages }: MinorPackages,
  states: ReadonlyMap<string, string>,
): string[] =>
  paths.map((path) => {
    const [group, version, type, name] = path.split('.');
    const structs = packages.get(`${group}.${version}`);
    const field = structs && flatten(structs, packages, type).find(({ json }) => json === name);
    const gates = (field?.gates ?? []).map((gate) => `${gate} ${states.get(gate) ?? 'unknown'}`);
    return gates.length ? `${path} (gate ${gates.join(', ')})` : path;
  });
