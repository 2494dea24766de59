import { performance } from 'node:perf_hooks';
import { MOST_MEMORY } from './watchdog';

/** What an input did that none may do. */
export interface Failure {
  readonly kind: 'exception' | 'slow' | 'memory';
  readonly text: string;
}

/** Milliseconds that one input may take. */
const LONGEST = 2_000;

/** Errors that speak of our code, not of the input. */
const RAW = [TypeError, RangeError, ReferenceError, SyntaxError, EvalError, URIError];
const RAW_TEXT =
  /Cannot (?:read propert|set propert|create propert|convert (?:undefined|object|a )|destructure|redefine|assign|mix BigInt)|could not be cloned|is not (?:a function|iterable|defined|a constructor)|Maximum call stack|[Ii]nvalid (?:array|string) length|circular structure|internal error/;

/**
 * Carries out one input; resolves to what is wrong with how it went. What is slow once may have loaded
 * something, or waited.
 *
 * @param most bytes that the process may take
 */
export async function failureOf(run: () => unknown, most = MOST_MEMORY): Promise<Failure | undefined> {
  const failure = await firstFailureOf(run, most);
  return failure?.kind === 'slow' ? firstFailureOf(run, most) : failure;
}

async function firstFailureOf(run: () => unknown, most: number): Promise<Failure | undefined> {
  const start = performance.now();
  const before = peak();
  const text = await problemOf(run);
  if (text !== undefined) return { kind: 'exception', text };
  const took = performance.now() - start;
  if (took > LONGEST) return { kind: 'slow', text: `took ${Math.round(took)} ms` };
  const hasGrown = before <= most && peak() > most;
  return hasGrown
    ? { kind: 'memory', text: `brought the process from ${mebibytes(before)} to ${mebibytes(peak())}` }
    : undefined;
}

/** Bytes that the process has taken at most. */
export const peak = () => process.resourceUsage().maxRSS * 1024;

export const mebibytes = (bytes: number) => `${Math.round(bytes / 2 ** 20)} MiB`;

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
