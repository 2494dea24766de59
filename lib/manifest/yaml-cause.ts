import { TEXT_CORRECTIONS } from './text-corrections';

/** Lines before that of a failure in which its cause is looked for. */
const LINES_BEFORE = 20;

/**
 * The cause of invalid YAML that is not where the parser stops: without it, the parser comes further.
 *
 * @param offsetOfFailure where a text stops being YAML; undefined if it does not
 */
export function causeOf(
  text: string,
  offset: number,
  offsetOfFailure: (text: string) => number | undefined,
): { readonly suggestion: string; readonly offset: number } | undefined {
  const end = text.indexOf('\n', offset);
  for (const { correct, advice, column } of TEXT_CORRECTIONS) {
    const corrected = correct(text);
    const lines = corrected === text ? [] : text.slice(0, end < 0 ? undefined : end).split('\n');
    const last = lines.map((line) => advice(line) !== undefined).lastIndexOf(true);
    if (last < 0 || last < lines.length - 1 - LINES_BEFORE) continue;
    const failure = offsetOfFailure(corrected);
    if (failure !== undefined && lineOf(corrected, failure) <= lines.length - 1) continue;
    const start = lines.slice(0, last).reduce((sum, line) => sum + line.length + 1, 0);
    return { suggestion: advice(lines[last])!, offset: start + column(lines[last]) };
  }
  return undefined;
}

const lineOf = (text: string, offset: number) => text.slice(0, offset).split('\n').length - 1;
