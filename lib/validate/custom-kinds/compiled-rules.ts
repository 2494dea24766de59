import {
  type CelEnvironment,
  CelCompileError,
  type CelProgram,
  CelNotSupported,
  type CelType,
  compile,
  optionalOf,
  schemaType,
  STRING,
  BOOL,
} from '../../cel';
import { trimSpace } from '../../go/space';
import { followPath } from '../crd/field-path';
import type { Schema } from '../crd/schema';
import type { ValidationRule } from '../schema/types';

/** A rule of x-kubernetes-validations, compiled. */
export interface CompiledRule {
  readonly rule: ValidationRule;
  /** Absent if it cannot be evaluated here. */
  readonly program?: CelProgram;
  /** Why it cannot be evaluated here. */
  readonly fault?: string;
  readonly message?: CelProgram;
  readonly usesOldSelf: boolean;
  /** Where it reports, as a server writes it, and as names. */
  readonly path?: { readonly text: string; readonly way: readonly string[] };
}

/** What compiling the expressions of a rule says: texts as a server has them. */
export interface RuleFaults {
  readonly rule?: string;
  readonly message?: string;
  /** Why it cannot be told. */
  readonly unknown?: string;
}

/** The rules of a schema; those that are empty are left out (Compile, pkg/apiserver/schema/cel 1.30 to 1.37). */
export function compiledRules(
  rules: readonly ValidationRule[],
  schema: Schema,
  isRoot: boolean,
  minor: number,
): readonly CompiledRule[] {
  const type = schemaType(schema, isRoot);
  return rules
    .filter(({ rule = '' }) => trimSpace(rule))
    .map((rule) =>
      type
        ? compiledRule(rule, schema, type, minor)
        : { rule, usesOldSelf: false, fault: 'its schema has no type' },
    );
}

function compiledRule(rule: ValidationRule, schema: Schema, type: CelType, minor: number): CompiledRule {
  const { program, faults, message } = compileRule(rule, type, minor);
  const fault = faults.unknown ?? faults.rule;
  const path = rule.fieldPath ? followPath(rule.fieldPath, schema) : undefined;
  return {
    rule,
    program,
    fault,
    message,
    usesOldSelf: usesOldSelf(rule, type, minor),
    path: path && 'text' in path ? path : undefined,
  };
}

/** Compiles both expressions of a rule (compileRule, pkg/apiserver/schema/cel 1.30 to 1.37). */
export function compileRule(
  { rule = '', messageExpression = '', optionalOldSelf }: ValidationRule,
  self: CelType,
  minor: number,
): { readonly program?: CelProgram; readonly message?: CelProgram; readonly faults: RuleFaults } {
  const variables = { self, oldSelf: optionalOldSelf ? optionalOf(self) : self };
  const compiled = tried(rule, { minor, variables });
  if ('unknown' in compiled) return { faults: compiled };
  if ('fault' in compiled) return { faults: { rule: compiled.fault } };
  if (compiled.type.kind !== BOOL.kind) return { faults: { rule: 'cel expression must evaluate to a bool' } };
  if (!messageExpression) return { program: compiled, faults: {} };
  const message = tried(messageExpression, { minor, variables }, 'messageExpression ');
  if ('unknown' in message) return { program: compiled, faults: {} };
  if ('fault' in message) return { program: compiled, faults: { message: message.fault } };
  return message.type.kind === STRING.kind
    ? { program: compiled, message, faults: {} }
    : { program: compiled, faults: { message: 'messageExpression must evaluate to a string' } };
}

function tried(
  text: string,
  environment: CelEnvironment,
  what = '',
): CelProgram | { readonly fault: string } | { readonly unknown: string } {
  try {
    return compile(text, environment);
  } catch (error) {
    if (error instanceof CelCompileError) {
      const failed =
        error.stage === 'program' ? (what ? 'instantiation' : 'program instantiation') : 'compilation';
      return { fault: `${what}${failed} failed: ${error.message}` };
    }
    if (error instanceof CelNotSupported) return { unknown: error.message };
    throw error;
  }
}

/** Whether the rule refers to the former value: without that, it does not compile. */
export function usesOldSelf({ rule = '' }: ValidationRule, self: CelType, minor: number): boolean {
  return rule.includes('oldSelf') && 'fault' in tried(rule, { minor, variables: { self } });
}
