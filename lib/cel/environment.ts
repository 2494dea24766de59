import type { Scope } from './check/scope';
import { type Declaration, declare, type Library } from './functions/declare';
import { CONVERSIONS, OLD_CONVERSIONS } from './functions/conversions';
import { ADDRESSES } from './functions/addresses';
import { AUTHORIZER_CHECKS, SELECTOR_CHECKS } from './functions/authorizer';
import { characters, FORMATTING } from './functions/characters';
import { INSERTS } from './functions/inserts';
import { laterLists } from './functions/later-lists';
import { LISTS } from './functions/lists';
import { namedFormats } from './functions/named-formats';
import { PATTERNS } from './functions/patterns';
import { QUANTITIES } from './functions/quantities';
import { SETS } from './functions/sets';
import { urls } from './functions/urls';
import { VERSIONS } from './functions/versions';
import { STRICT_COLONS } from '../go/url';
import { LATER_OPTIONALS, OPTIONALS } from './functions/optionals';
import { OPERATORS } from './functions/operators';
import { SPECIAL } from './functions/special';
import { TEXTS } from './functions/texts';
import { TIME } from './functions/time';
import { PATCH_FUNCTIONS, patchTypeNamed } from './mutation';
import { type MacroSet, SORT_MACROS, STANDARD_MACROS, TWO_VARIABLE_MACROS } from './syntax/macros';
import {
  BOOL,
  BYTES,
  type CelType,
  DOUBLE,
  DURATION,
  DYN,
  INT,
  listOf,
  mapOf,
  NULL,
  OPTIONAL,
  opaque,
  STRING,
  TIMESTAMP,
  TYPE,
  UINT,
} from './types';

/** A version of Kubernetes, and what an expression may refer to. */
export interface CelEnvironment {
  /** The minor version of the server: 36 of Kubernetes 1.36. */
  readonly minor: number;
  readonly variables: { readonly [name: string]: CelType };
  /** Whether the expression may make patches: `JSONPatch{…}`, `Object.spec{…}`. */
  readonly hasPatchTypes?: boolean;
}

/** The minor with whose cel-go names may be written between backticks, or with a leading dot. */
const NEW_NAMES = 37;
/** The minor whose cel-go no longer declares `duration(int)`. */
const NEW_CONVERSIONS = 37;
/** The minor that checks calls of `format`. */
const FORMAT_CHECKS = 31;
/** The minor that takes a field by a name that is a keyword. */
const KEYWORD_FIELDS = 32;
/** The minor that takes macros with two variables. */
const TWO_VARIABLES = 33;
/** The minor that takes cel-go's extension for lists. */
const LIST_EXTENSION = 35;

/** Libraries that a minor has, and the first minor that has them. */
type Since = readonly [first: number, libraries: (minor: number) => readonly Library[]];

/**
 * Libraries by the minor that takes new expressions with them: the one after that which brought them, so that
 * the one before can read what is stored.
 */
const LIBRARIES: readonly Since[] = [
  [0, () => [...SPECIAL, ...OPERATORS, ...CONVERSIONS, ...TEXTS, ...TIME]],
  [0, (minor) => (minor < NEW_CONVERSIONS ? OLD_CONVERSIONS : [])],
  [0, (minor) => [...urls(minor >= STRICT_COLONS), ...PATTERNS, ...LISTS, ...AUTHORIZER_CHECKS]],
  [0, characters],
  [0, () => [...OPTIONALS, ...QUANTITIES, ...FORMATTING, ...SETS]],
  [31, () => ADDRESSES],
  [32, namedFormats],
  [32, () => SELECTOR_CHECKS],
  [33, () => LATER_OPTIONALS],
  [TWO_VARIABLES, () => INSERTS],
  [34, () => VERSIONS],
  [LIST_EXTENSION, laterLists],
];

const NAMED_TYPES = new Map<string, CelType>(
  [
    BOOL,
    BYTES,
    DOUBLE,
    DURATION,
    INT,
    listOf(DYN),
    mapOf(DYN, DYN),
    NULL,
    STRING,
    TIMESTAMP,
    TYPE,
    UINT,
    opaque(OPTIONAL, DYN),
    opaque('net.IP'),
    opaque('net.CIDR'),
  ].map((type) => [type.name, type]),
);

/** What is the same for all expressions of a minor. */
interface Base {
  readonly macros: MacroSet;
  readonly libraries: readonly Library[];
  readonly declarations: Map<string, Declaration | undefined>;
}

const bases = new Map<string, Base>();

function baseOf(minor: number, hasPatchTypes: boolean): Base {
  const key = `${minor} ${hasPatchTypes}`;
  let base = bases.get(key);
  if (!base) bases.set(key, (base = newBase(minor, hasPatchTypes)));
  return base;
}

const newBase = (minor: number, hasPatchTypes: boolean): Base => ({
  macros: new Map([
    ...STANDARD_MACROS,
    ...(minor >= TWO_VARIABLES ? TWO_VARIABLE_MACROS : []),
    ...(minor >= LIST_EXTENSION ? SORT_MACROS : []),
  ]),
  libraries: [
    ...LIBRARIES.filter(([first]) => minor >= first).flatMap(([, libraries]) => libraries(minor)),
    ...(hasPatchTypes ? PATCH_FUNCTIONS : []),
  ],
  declarations: new Map(),
});

/** What the checker looks names up in. */
export function scopeOf({ minor, variables, hasPatchTypes = false }: CelEnvironment): Scope {
  const { macros, libraries, declarations } = baseOf(minor, hasPatchTypes);
  return {
    macros,
    syntax: { hasEscapedNames: minor >= NEW_NAMES, hasRootNames: minor >= NEW_NAMES },
    hasKeywordFields: minor >= KEYWORD_FIELDS,
    hasFormatChecks: minor >= FORMAT_CHECKS,
    variables,
    typeNamed: (name) => NAMED_TYPES.get(name) ?? (hasPatchTypes ? patchTypeNamed(name) : undefined),
    functionNamed(name) {
      let found = declarations.get(name);
      if (!found && !declarations.has(name)) {
        found = declare(name, libraries);
        // Names of functions that there are not come from users: they are not kept.
        if (found) declarations.set(name, found);
      }
      return found;
    },
  };
}
