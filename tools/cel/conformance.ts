import { CelCompileError, CelEvaluationError, CelNotSupported, type CelType, compile } from '../../lib/cel';
import { formatType } from '../../lib/cel/types';
import { isEqual, show, typeNameOf, type Value } from '../../lib/cel/values/value';
import { type ProtoType, type ProtoValue, typeFrom, valueFrom } from './conformance-types';

/** A test case of cel-spec, as JSON. */
interface Case {
  readonly name?: string;
  readonly expr: string;
  readonly value?: ProtoValue;
  readonly evalError?: object;
  readonly typedResult?: { readonly result?: ProtoValue; readonly deducedType?: ProtoType };
  readonly typeEnv?: readonly { readonly name: string; readonly ident?: { readonly type: ProtoType } }[];
  readonly bindings?: { readonly [name: string]: { readonly value: ProtoValue } };
  readonly container?: string;
  readonly disableCheck?: boolean;
}

interface Suite {
  readonly name: string;
  readonly suites?: readonly Suite[];
  readonly tests?: readonly { readonly original: unknown }[];
}

/** The figure of a section. */
export interface Figure {
  readonly section: string;
  readonly passed: number;
  readonly total: number;
  /** Cases that do not concern servers. */
  readonly left: number;
  readonly failures: readonly string[];
}

/** Sections about libraries that servers do not have, or about Protocol Buffers, which they do not know. */
const FOREIGN: ReadonlySet<string> = new Set(
  (
    'bindings_ext block_ext encoders_ext math_ext network_ext dynamic enums proto2 proto2_ext proto3 unknowns ' +
    'wrappers'
  ).split(' '),
);
/** The newest minor: the one with the most of the language. */
const MINOR = 37;

/** Runs the test cases, section by section. */
export function conformance(): Figure[] {
  const { tests } = require('@bufbuild/cel-spec/testdata/conformance.js') as { readonly tests: Suite };
  return tests.suites!.filter(({ name }) => !FOREIGN.has(name)).map(figureOf);
}

const casesOf = ({ suites = [], tests = [] }: Suite): Case[] => [
  ...tests.map(({ original }) => original as Case),
  ...suites.flatMap(casesOf),
];

function figureOf(suite: Suite): Figure {
  const cases = casesOf(suite);
  const outcomes = cases.filter(concernsServers).map((test) => [test, outcomeOf(test)] as const);
  const counted = outcomes.filter(([, outcome]) => outcome !== REFUSED);
  const failures = counted.flatMap(([{ name, expr }, problem]) =>
    problem === undefined ? [] : [`${name}: ${expr}\n    ${problem}`],
  );
  return {
    section: suite.name,
    passed: counted.length - failures.length,
    total: counted.length,
    left: cases.length - counted.length,
    failures,
  };
}

/** Servers check each expression, in no namespace, and know no messages. */
function concernsServers(test: Case): boolean {
  if (test.container || test.disableCheck) return false;
  if (/TestAllTypes|google\.protobuf|"@type"|"function"/.test(JSON.stringify(test))) return false;
  return (test.typeEnv ?? []).every(({ ident }) => typeFrom(ident?.type) !== undefined);
}

/** What servers do not take, although CEL does. */
const REFUSED = 'refused';

/** What is wrong with the outcome of a case; undefined if it is as it should be. */
function outcomeOf(test: Case): string | undefined {
  const variables = Object.fromEntries(
    (test.typeEnv ?? []).map(({ name, ident }) => [name, typeFrom(ident?.type)!]),
  );
  const values = Object.fromEntries(
    Object.entries(test.bindings ?? {}).map(([name, { value }]) => [name, valueFrom(value)]),
  );
  try {
    const program = compile(test.expr, { minor: MINOR, variables });
    const problem = typeProblem(test, program.type);
    if (problem || (test.typedResult && !test.typedResult.result)) return problem;
    return valueProblem(test, program.evaluate(values));
  } catch (error) {
    return errorProblem(test, error);
  }
}

function errorProblem(test: Case, error: unknown): string | undefined {
  if (error instanceof CelNotSupported) return error.message;
  if (error instanceof CelCompileError) {
    if (isRefusedAlone(error)) return REFUSED;
  } else if (!(error instanceof CelEvaluationError)) {
    throw error;
  }
  return test.evalError ? undefined : error.message;
}

/** Servers take no lists of several types, and have certain versions of libraries. */
const isRefusedAlone = ({ issues }: CelCompileError) =>
  issues.every(({ message }) =>
    /^expected type '.*' but found|^undeclared reference to '(?:reverse|cel|bind)'/.test(message),
  );

function typeProblem({ typedResult }: Case, type: CelType): string | undefined {
  const expected = typedResult?.deducedType && typeFrom(typedResult.deducedType);
  if (!expected || formatType(expected) === formatType(type)) return undefined;
  return `is of type ${formatType(type)}, not ${formatType(expected)}`;
}

function valueProblem({ value, typedResult, evalError }: Case, found: Value): string | undefined {
  if (evalError) return `is ${show(found)} instead of an error`;
  const expected = valueFrom(value ?? typedResult?.result ?? { boolValue: true });
  if (typeNameOf(expected) === typeNameOf(found) && (isEqual(expected, found) || bothNaN(expected, found))) {
    return undefined;
  }
  return `is ${show(found)}, not ${show(expected)}`;
}

const bothNaN = (one: Value, other: Value) => Number.isNaN(one) && Number.isNaN(other);
