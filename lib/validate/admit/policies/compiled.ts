import {
  BOOL,
  CelCompileError,
  CelNotSupported,
  type CelEnvironment,
  type CelProgram,
  type CelType,
  compile,
  DYN,
  formatType,
  STRING,
} from '../../../cel';
import { AUTHORIZERS, BASE, declaredType, variablesType } from './types';

/** An expression of a policy. */
export interface Expression {
  readonly text: string;
  /** Absent if it cannot be compiled. */
  readonly program?: CelProgram;
  /** Why it does not compile, in a server's words. */
  readonly fault?: string;
  /** Why it cannot be told whether it compiles. */
  readonly unknown?: string;
}

/** What the expressions of a policy may refer to. */
interface PolicyHead {
  readonly paramKind?: object;
  readonly variables?: readonly { readonly name?: string; readonly expression?: string }[];
}

/** Compiles the expressions of one policy (compilePolicy, apiserver pkg/admission/plugin/policy 1.36). */
export class Compiler {
  /** Variables of the policy, in their order. */
  readonly variables = new Map<string, Expression>();
  private readonly fields = new Map<string, CelType>();
  private readonly base: { readonly [name: string]: CelType };

  constructor(
    { paramKind, variables = [] }: PolicyHead,
    private readonly minor: number,
  ) {
    this.base = {
      ...BASE,
      ...(paramKind && { params: DYN }),
      variables: variablesType(this.fields),
    };
    for (const { name = '', expression = '' } of variables) this.addVariable(name, expression);
  }

  private addVariable(name: string, text: string): void {
    const expression = this.expression(text, []);
    this.variables.set(name, expression);
    this.fields.set(name, expression.program ? declaredType(expression.program.type) : DYN);
  }

  /** An expression whose value is of one of some types; of any if none is given. */
  expression(text: string, types: readonly CelType[], more: Partial<CelEnvironment> = {}): Expression {
    return this.compiled(text, types, { ...this.base, ...AUTHORIZERS }, more);
  }

  /** Conditions of what the policy matches have no variables of the policy (validateMatchConditions). */
  matchCondition(text: string): Expression {
    const { variables, ...base } = this.base;
    return this.compiled(text, [BOOL], { ...base, ...AUTHORIZERS });
  }

  /** Messages ask no authorizer. */
  message(text: string): Expression {
    return this.compiled(text, [STRING], this.base);
  }

  private compiled(
    text: string,
    types: readonly CelType[],
    variables: { readonly [name: string]: CelType },
    more: Partial<CelEnvironment> = {},
  ): Expression {
    try {
      const program = compile(text, { ...more, minor: this.minor, variables });
      const { type } = program;
      const isWanted =
        !types.length || types.some(({ name, kind }) => kind === type.kind && name === type.name);
      return isWanted ? { text, program } : { text, fault: typeFault(types, type) };
    } catch (error) {
      if (error instanceof CelNotSupported) return { text, unknown: error.message };
      if (!(error instanceof CelCompileError)) throw error;
      const what = error.stage === 'program' ? 'program instantiation' : 'compilation';
      return { text, fault: `${what} failed: ${error.message}` };
    }
  }
}

function typeFault(types: readonly CelType[], type: CelType): string {
  const names = types.map(formatType);
  const wanted = names.length === 1 ? names[0] : `one of [${names.join(' ')}]`;
  return `must evaluate to ${wanted} but got ${formatType(type)}`;
}
