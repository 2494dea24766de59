import { performance } from 'node:perf_hooks';

/** What an input did that none may do. */
export interface Failure {
  readonly kind: 'exception' | 'slow';
  readonly text: string;
}

/** Milliseconds that one input may take. */
const LONGEST = 2_000;

/** Errors that speak of our code, not of the input. */
const RAW = [TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError];
const RAW_TEXT =
  /Cannot (?:read propert|set propert|convert|destructure)|is not (?:a function|iterable|defined|a constructor)|Maximum call stack|Invalid array length|internal error/;

/** Carries out one input; resolves to what is wrong with how it went. */
export async function failureOf(run: () => unknown): Promise<Failure | undefined> {
  const start = performance.now();
  const text = await problemOf(run);
  if (text !== undefined) return { kind: 'exception', text };
  const took = performance.now() - start;
  return took > LONGEST ? { kind: 'slow', text: `took ${Math.round(took)} ms` } : undefined;
}

async function problemOf(run: () => unknown): Promise<string | undefined> {
  try {
    return internalIn(await run());
  } catch (error) {
    return isRaw(error)
      ? String((error as Error).stack ?? error)
          .split('\n')
          .slice(0, 4)
          .join('\n')
      : undefined;
  }
}

/** A finding or a message that says of itself that it is a bug. */
function internalIn(result: unknown): string | undefined {
  const text = typeof result === 'string' ? result : '';
  return /internal error: .*/.exec(text)?.[0];
}

function isRaw(error: unknown): boolean {
  if (!(error instanceof Error)) return true;
  return (
    RAW.some((raw) => error instanceof raw) ||
    error.name === 'StuckScannerError' ||
    RAW_TEXT.test(error.message)
  );
}
