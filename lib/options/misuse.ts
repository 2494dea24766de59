import { FOREIGN_HOST } from '../source-line/source-line';
import { userFrame } from '../source-line/user-frame';
import { problemsOf } from './problems';
import { callOf } from './types';

/** Error about the arguments of a call; undefined if all that is strange is judged with the manifest. */
export function misuseOf(name: string, given: readonly unknown[]): Error | undefined {
  const { parameters } = callOf(name);
  const problems = parameters.flatMap((parameter, index) =>
    problemsOf(given[index], parameter, placeOf(parameter.name)),
  );
  if (!problems.length) return undefined;
  const path = pathOf(given);
  const head = `${path ? `${path}: ` : ''}${name}${lineText()}`;
  return new Error(
    `${head}: ${problems.length === 1 ? 'an argument is wrong' : `${problems.length} arguments are wrong`}\n${problems.map((problem) => `  ${problem}`).join('\n')}`,
  );
}

/** Options are called by their own names. */
const placeOf = (parameter: string) => (['options', 'props'].includes(parameter) ? '' : parameter);

/** Path of the construct that is being made: the scope and the id come first. */
function pathOf([scope, id]: readonly unknown[]): string | undefined {
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
