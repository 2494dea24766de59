import { internalErrorText, ISSUES } from '../internal-error';
import { safeMessage } from '../report/safe';
import { failureText } from './failure';
import { versionOfPackage } from './version';
import { writeMessage } from './write';

/**
 * Handles unexpected errors of every command. They are not a verdict, so the exit code is not that of
 * findings.
 */
export function exitUnexpectedly(error: unknown, argv: readonly string[]): never {
  const { syscall } = error as NodeJS.ErrnoException;
  const text = syscall === 'write' ? `cannot write the output: ${failureText(error)}` : bugText(error, argv);
  writeMessage(safeMessage(`pod-patterns: ${text}\n`));
  process.exit(2);
}

/** Words of a command line that are shown: enough to see which command it was. */
const MAX_COMMAND_LENGTH = 200;

function bugText(error: unknown, argv: readonly string[]): string {
  const command = ['pod-patterns', ...argv].join(' ');
  return [
    internalErrorText(error),
    `version ${versionOfPackage()}, Node ${process.versions.node}, command: ${command.length > MAX_COMMAND_LENGTH ? `${command.slice(0, MAX_COMMAND_LENGTH)} …` : command}`,
    `please report it: ${ISSUES}`,
  ].join('\n  ');
}
