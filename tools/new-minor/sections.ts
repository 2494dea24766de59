import type { MinorPackages } from '../go/encodings';
import type { Inputs } from '../openapi/inputs';
import { changesBetween, defaultsOf, fieldsOf, kindsOf, requiredOf, valuesOf, withGates } from './changes';
import type { GateTable } from './gate-table';
import { gateChanges } from './gates';
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

/** What feature gates do differently. */
export function sectionsOfGates(before: States, after: States, table: GateTable): Section[] {
  const changed = gateChanges(before, after);
  const entered = new Set([...table.changed, ...table.gone].map((line) => line.split(':')[0]));
  return [
    {
      title: 'Gates that lib/validate/gates/gates.ts has',
      todo: 'They are entered. Check the rules and defaults that ask for them: isOn, isOff, dropDisabled….',
      lines: table.changed,
    },
    {
      title: 'Gates that lib/validate/gates/gates.ts has and the minor does not',
      todo: 'They were off: check whether the fields that they guard are gone too.',
      lines: table.gone,
    },
    {
      title: 'Other feature gates',
      todo: 'Enter in lib/validate/gates/gates.ts those that decide what a server takes on create.',
      lines: changed.filter((line) => !entered.has(line.split(':')[0])),
    },
  ];
}

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
