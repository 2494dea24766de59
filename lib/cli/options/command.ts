import type { OptionSpec, Values } from './option';
import { SHELLS } from './shells';
import { VALIDATE_OPTIONS } from './validate';

/** One command of this program. */
export interface CommandSpec {
  readonly name: 'validate' | 'explain-rule' | 'completion';
  readonly description: string;
  /** As in usage: `[path...]`, `<shell>`. */
  readonly argument: string;
  readonly argumentDescription: string;
  readonly argumentValues: Values;
  readonly options: readonly OptionSpec[];
}

export const COMMANDS: readonly CommandSpec[] = [
  {
    name: 'validate',
    description: 'Validate manifests in files and folders.',
    argument: '[path...]',
    argumentDescription: 'Files, folders, or - for standard input.',
    argumentValues: { path: 'file' },
    options: VALIDATE_OPTIONS,
  },
  {
    name: 'explain-rule',
    description: 'Explain a rule: what it reports, why, and how to fix it. Without a rule, list all rules.',
    argument: '[rule]',
    argumentDescription: 'ID of a rule, as shown in findings.',
    argumentValues: {
      oneOf: () =>
        (require('../../validate/catalogue') as typeof import('../../validate/catalogue'))
          .allRules()
          .map(({ id }) => id),
    },
    options: [],
  },
  {
    name: 'completion',
    description: 'Print a shell completion script.',
    argument: '<shell>',
    argumentDescription: 'Shell to generate the script for.',
    argumentValues: { oneOf: () => SHELLS },
    options: [],
  },
];
