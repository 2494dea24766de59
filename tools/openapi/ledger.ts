import type { Facts, FieldFacts, KindFacts, MinorRange } from './facts';

/** Facts in which every type, field and kind has its range of minors, so that a minor can be added. */
export interface Ledger {
  readonly minors: readonly number[];
  readonly types: ReadonlyMap<string, TypeEntry>;
  readonly kinds: ReadonlyMap<string, KindEntry>;
}

export type Ranged<T> = Omit<T, 'minors'> & { readonly minors: MinorRange };
export type FieldEntry = Ranged<FieldFacts>;
export type KindEntry = Ranged<KindFacts>;

export interface TypeEntry {
  readonly minors: MinorRange;
  readonly fields: ReadonlyMap<string, FieldEntry>;
}

export const keyOfKind = ({ apiVersion, kind }: { readonly apiVersion: string; readonly kind: string }) =>
  `${apiVersion} ${kind}`;

const wholeOf = (minors: readonly number[]): MinorRange => [minors[0], minors.at(-1)!];

export function ledgerOf({ minors, types, kinds, typeMinors = {} }: Facts): Ledger {
  const whole = wholeOf(minors);
  return {
    minors,
    types: new Map(
      Object.entries(types).map(([name, fields]) => {
        const range = typeMinors[name] ?? whole;
        const entries = Object.entries(fields).map(([field, fact]): [string, FieldEntry] => [
          field,
          { ...fact, minors: fact.minors ?? range },
        ]);
        return [name, { minors: range, fields: new Map(entries) }];
      }),
    ),
    kinds: new Map(kinds.map((kind) => [keyOfKind(kind), { ...kind, minors: kind.minors ?? whole }])),
  };
}

/** Turns a ledger into facts: sorted by name, without ranges that are those of what contains them. */
export function factsOf({ minors, types, kinds }: Ledger): Facts {
  const whole = wholeOf(minors);
  const partial = sorted(types).filter(([, entry]) => !isSame(entry.minors, whole));
  return {
    minors,
    ...(partial.length
      ? { typeMinors: Object.fromEntries(partial.map(([name, entry]) => [name, entry.minors])) }
      : {}),
    types: Object.fromEntries(
      sorted(types).map(([name, entry]) => [
        name,
        Object.fromEntries(
          sorted(entry.fields).map(([field, fact]) => [field, fieldFacts(fact, entry.minors)]),
        ),
      ]),
    ),
    kinds: sorted(kinds).map(([, { minors: own, ...kind }]) => ({
      ...kind,
      ...(isSame(own, whole) ? {} : { minors: own }),
    })),
  };
}

const fieldFacts = ({ type, minors, ...rest }: FieldEntry, whole: MinorRange): FieldFacts => ({
  type,
  ...(isSame(minors, whole) ? {} : { minors }),
  ...rest,
});

const isSame = (one: MinorRange, other: MinorRange) => one[0] === other[0] && one[1] === other[1];

const sorted = <T>(map: ReadonlyMap<string, T>) => [...map].sort(([a], [b]) => (a < b ? -1 : 1));
