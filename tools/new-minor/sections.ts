import type { MinorPackages } from '../go/encodings';
import type { Inputs } from '../openapi/inputs';
import { changesBetween, defaultsOf, fieldsOf, kindsOf, requiredOf, valuesOf, withGates } from './changes';
import type { GateTable } from './gate-table';
import { gateChanges, isFelt } from './gates';
import { type Section, sections } from './report';
import { type Site, sitesOnlyIn } from './sites';

type States = ReadonlyMap<string, string>;

/** What OpenAPI says differently. */
export function sectionsOfTables(
  { facts: old }: Inputs,
  { facts: now }: Inputs,
  packages: MinorPackages,
  states: States,
): Section[] {
  const fields = changesBetween(fieldsOf(old), fieldsOf(now));
  return [
    ...sections(
      'kinds',
      'Write a strategy for each (npm run new -- kind).',
      changesBetween(kindsOf(old), kindsOf(now)),
    ),
    ...sections('fields', 'Decide on a rule, a default, and for one with a gate, where it is dropped.', {
      added: withGates(fields.added, packages, states),
      removed: fields.removed,
    }),
    ...sections(
      'enum values',
      'Change the rule that lists them.',
      changesBetween(valuesOf(old), valuesOf(now)),
    ),
    ...sections(
      'required fields',
      'Check whether the server asks for them.',
      changesBetween(requiredOf(old), requiredOf(now)),
    ),
    ...sections(
      'published defaults',
      'Check lib/validate/defaults.',
      changesBetween(defaultsOf(old), defaultsOf(now)),
    ),
  ];
}

/** What feature gates do differently; `places` are those that ask for a gate. */
export function sectionsOfGates(
  before: States,
  after: States,
  table: GateTable,
  places: ReadonlyMap<string, readonly string[]>,
): Section[] {
  const entered = new Set([...table.changed, ...table.gone].map(gateOf));
  const others = gateChanges(before, after).filter((line) => !entered.has(gateOf(line)));
  const isAsked = (line: string) => isFelt(line) && places.has(gateOf(line));
  return [
    {
      title: 'Gates that lib/validate/gates/gates.ts has',
      todo: 'They are entered. Check the rules, defaults and drops that depend on them.',
      lines: table.changed,
    },
    {
      title: 'Gates that lib/validate/gates/gates.ts has and the minor does not',
      todo: 'They were off: check whether the fields that they guard are gone too.',
      lines: table.gone,
    },
    {
      title: 'Other gates that strategies, validation or admission ask for',
      todo: 'Enter in lib/validate/gates/gates.ts those that decide what a server takes on create.',
      lines: others.filter(isAsked).map((line) => `${line}; ${places.get(gateOf(line))!.join(' ')}`),
    },
    {
      title: 'Other gates',
      todo: 'Nothing, unless a rule follows one without asking for it.',
      lines: others.filter((line) => !isAsked(line)),
    },
  ];
}

const gateOf = (line: string) => line.split(':')[0];

/** Places in the Go sources that make errors and warnings. */
export const sectionsOfSites = (before: readonly Site[], after: readonly Site[]): Section[] => [
  {
    title: 'New error and warning sites',
    todo: 'Places of the new version: write a rule for each that a manifest can reach.',
    lines: sitesOnlyIn(after, before),
  },
  {
    title: 'Removed error and warning sites',
    todo: 'Places of the version before: end the rule, or change its words.',
    lines: sitesOnlyIn(before, after),
  },
];
