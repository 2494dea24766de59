/** Parts of a template (text/template/parse node.go); `at` is an offset in it. */
export type Node =
  | { readonly type: 'text'; readonly text: string }
  | { readonly type: 'action'; readonly pipe: Pipe }
  | {
      readonly type: 'if' | 'with' | 'range';
      readonly pipe: Pipe;
      readonly list: readonly Node[];
      readonly otherwise?: readonly Node[];
      readonly at: number;
    }
  | { readonly type: 'template'; readonly name: string; readonly pipe?: Pipe; readonly at: number }
  | { readonly type: 'break' | 'continue' };

export interface Pipe {
  readonly variables: readonly string[];
  /** Whether the variables are there already. */
  readonly assigns: boolean;
  readonly commands: readonly Command[];
  readonly at: number;
}

export interface Command {
  readonly operands: readonly Operand[];
  readonly at: number;
}

export type Operand =
  | { readonly type: 'dot' | 'nil'; readonly at: number }
  | {
      readonly type: 'literal';
      readonly value: string | number | boolean;
      readonly text: string;
      readonly at: number;
    }
  | { readonly type: 'identifier'; readonly name: string; readonly at: number }
  | { readonly type: 'field'; readonly names: readonly string[]; readonly at: number }
  | {
      readonly type: 'variable';
      readonly name: string;
      readonly names: readonly string[];
      readonly at: number;
    }
  | {
      readonly type: 'chain';
      readonly operand: Operand;
      readonly names: readonly string[];
      readonly at: number;
    }
  | { readonly type: 'pipe'; readonly pipe: Pipe; readonly at: number };

const fields = (names: readonly string[]) => names.map((name) => `.${name}`).join('');

/** An operand as a template has it. */
export function operandText(operand: Operand): string {
  switch (operand.type) {
    case 'dot':
      return '.';
    case 'nil':
      return 'nil';
    case 'literal':
      return operand.text;
    case 'identifier':
      return operand.name;
    case 'field':
      return fields(operand.names);
    case 'variable':
      return operand.name + fields(operand.names);
    case 'chain':
      return (
        (operand.operand.type === 'pipe'
          ? `(${pipeText(operand.operand.pipe)})`
          : operandText(operand.operand)) + fields(operand.names)
      );
    case 'pipe':
      return pipeText(operand.pipe);
  }
}

export const commandText = ({ operands }: Command) =>
  operands
    .map((operand) => (operand.type === 'pipe' ? `(${pipeText(operand.pipe)})` : operandText(operand)))
    .join(' ');

export function pipeText({ variables, assigns, commands }: Pipe): string {
  const declared = variables.length ? `${variables.join(', ')} ${assigns ? '=' : ':='} ` : '';
  return declared + commands.map(commandText).join(' | ');
}
