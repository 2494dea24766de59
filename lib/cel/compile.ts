import { Checker } from './check/checker';
import type { Scope } from './check/scope';
import { Validator } from './check/validate';
import { type CelEnvironment, scopeOf } from './environment';
import { CelCompileError, CelEvaluationError, COST_LIMIT_EXCEEDED } from './errors';
import { MadeObject } from './mutation';
import type { Part } from './run/frame';
import { Planner } from './run/plan';
import type { Node } from './syntax/ast';
import { Parser } from './syntax/parser';
import { TooDeep } from './syntax/reader';
import { displayFaults, type Fault, issuesOf } from './syntax/source';
import { NotInGrammar } from './syntax/tokens';
import type { CelType } from './types';
import { BoundVariables } from './values/bound';
import { apart, startMeter, TooExpensive } from './values/meter';
import type { Value } from './values/value';

/** An expression that compiles. */
export interface CelProgram {
  readonly type: CelType;
  /**
   * Evaluates the expression with values that are JSON, or what `schemaValue` makes of it.
   *
   * @throws CelEvaluationError in the words of a server
   * @throws CelNotSupported if only a server can evaluate it, or it takes too long
   */
  evaluate(variables: Variables): Value;
  /** Evaluates it as a part of another evaluation: their steps count together, their costs do not. */
  evaluateWithin(variables: Variables): Value;
}

interface Variables {
  readonly [name: string]: unknown;
}

/** cel-go reads no longer expressions (in characters). */
const LONGEST = 100_000;

/**
 * Compiles an expression as a server does.
 *
 * @throws CelCompileError with what cel-go prints
 * @throws CelNotSupported if it is too large
 */
export function compile(text: string, environment: CelEnvironment): CelProgram {
  const scope = scopeOf(environment);
  const node = parse(text, scope);
  const checker = new Checker(scope);
  const type = checker.checkAll(node);
  refuse(text, checker.faults);
  const validator = new Validator(scope, (part) => checker.typeOf(part));
  validator.validate(node);
  refuse(text, validator.faults);
  const part = plan(node, scope);
  return {
    type,
    evaluate(variables) {
      startMeter();
      return evaluate(part, variables);
    },
    evaluateWithin: (variables) => apart(() => evaluate(part, variables)),
  };
}

function parse(text: string, { macros, syntax }: Scope): Node {
  const size = Array.from(text).length;
  if (size > LONGEST) {
    const message = `expression code point size exceeds limit: size: ${size}, limit ${LONGEST}`;
    return refuse(text, [{ at: -1, message }]);
  }
  try {
    const parser = new Parser(text, macros, syntax);
    const node = parser.parse();
    refuse(text, parser.faults);
    return node;
  } catch (error) {
    if (error instanceof TooDeep) return refuse(text, [{ at: -1, message: error.message }]);
    if (error instanceof NotInGrammar) return refuse(text, syntaxFaults(text));
    throw error;
  }
}

/** ANTLR is loaded for words that few expressions need. */
function syntaxFaults(text: string): readonly Fault[] {
  return (require('./syntax/antlr') as typeof import('./syntax/antlr')).syntaxFaults(text);
}

function refuse(text: string, faults: readonly []): undefined;
function refuse(text: string, faults: readonly Fault[]): never;
function refuse(text: string, faults: readonly Fault[]): undefined {
  if (!faults.length) return undefined;
  throw new CelCompileError('compilation', issuesOf(text, faults), displayFaults(text, faults));
}

/** Conversions of constants are made at once: what fails then, is refused. */
function plan(node: Node, { variables, typeNamed }: Scope): Part {
  startMeter();
  try {
    return new Planner({
      isVariable: (name) => Object.hasOwn(variables, name),
      typeName: (name) => typeNamed(name)?.name,
      make: (type, fields) => new MadeObject(type, fields),
    }).plan(node);
  } catch (error) {
    if (error instanceof CelEvaluationError) throw new CelCompileError('program', [], error.message);
    throw error;
  }
}

function evaluate({ run }: Part, variables: Variables): Value {
  try {
    return run({ variables: new BoundVariables(variables), locals: [] });
  } catch (error) {
    if (error instanceof TooExpensive) throw new CelEvaluationError(COST_LIMIT_EXCEEDED);
    throw error;
  }
}
