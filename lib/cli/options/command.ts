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
    description: 'Judge manifests of files and folders.',
    argument: '[path...]',
    argumentDescription: 'Files, folders, or - for standard input.',
    argumentValues: { path: 'file' },
    options: VALIDATE_OPTIONS,
  },
  {
    name: 'explain-rule',
    description: 'Tell what a rule finds, why, and what to do; without a rule, list all.',
    argument: '[rule]',
    argumentDescription: 'Id of a rule, as findings show it.',
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
    description: 'Print a script that completes commands and options in a shell.',
    argument: '<shell>',
    argumentDescription: 'Shell to print it for.',
    argumentValues: { oneOf: () => SHELLS },
    options: [],
  },
];
