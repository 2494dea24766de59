import { FOREIGN_HOST } from '../source-line/source-line';
import { userFrame } from '../source-line/user-frame';
import { displayValue } from '../text/display-value';
import { problemsOf } from './problems';
import { callOf } from './types';

/** Error about the arguments of a call; undefined if all that is strange is judged with the manifest. */
export function argumentError(name: string, given: readonly unknown[]): Error | undefined {
  const { parameters } = callOf(name);
  const problems = parameters.flatMap((parameter, index) =>
    problemsOf(given[index], parameter, optionPathOf(parameter.name)),
  );
  if (!problems.length) return undefined;
  return new Error(
    `${prefixOf(name, given)}: ${problems.length === 1 ? 'invalid argument' : `${problems.length} invalid arguments`}\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  );
}

/**
 * Error of cdk8s and constructs about a construct that cannot be made, with its path, the line, and what to
 * do.
 */
export function constructError(name: string, given: readonly unknown[], message: string): Error {
  const path = constructPathOf(given);
  const text = path && message.startsWith(`${path}: `) ? message.slice(path.length + 2) : message;
  const suggestion = SUGGESTIONS.find(([pattern]) => pattern.test(text))?.[1];
  return new Error(`${prefixOf(name, given)}: ${text}${suggestion ? `; ${suggestion}` : ''}`);
}

/** Error about the value of an option, whatever it is, with the user's source line. */
export const valueMisuse = (call: string, option: string, value: unknown, suggestion: string) =>
  misuse(call, `"${option}" is ${displayValue(value)}: ${suggestion}`);

/** Error about an option, with the user's source line. */
export const misuse = (call: string, text: string) => new Error(`${prefixOf(call, [])}: ${text}`);

const SUGGESTIONS: readonly (readonly [message: RegExp, suggestion: string])[] = [
  [/^There is already a Construct with name/, 'use another ID, the second argument'],
  [/parent chart/, "create a Chart first, and pass it as the scope: new Chart(app, '…')"],
  [/empty ID/, 'set an ID, the second argument'],
];

function prefixOf(name: string, given: readonly unknown[]): string {
  const path = constructPathOf(given);
  return `${path ? `${path}: ` : ''}${name}${lineText()}`;
}

/** Options are called by their own names. */
const optionPathOf = (parameter: string) => (['options', 'props'].includes(parameter) ? '' : parameter);

/** Path of the construct that is being made: the scope and the id come first. */
function constructPathOf([scope, id]: readonly unknown[]): string | undefined {
  const path = (scope as { readonly node?: { readonly path?: unknown } } | undefined | null)?.node?.path;
  if (typeof path !== 'string' || typeof id !== 'string') return undefined;
  return path ? `${path}/${id}` : id;
}

function lineText(): string {
  if (FOREIGN_HOST) return '';
  const { stackTraceLimit } = Error;
  Error.stackTraceLimit = 30;
  const { stack } = new Error();
  Error.stackTraceLimit = stackTraceLimit;
  const frame = userFrame(String(stack));
  return frame ? ` (${frame.file}:${frame.line}:${frame.column})` : '';
}
