import type { FindingPosition } from '../validate/finding';

/** For Python, Java, Go and .NET the frames are those of jsii's kernel, and say nothing to users. */
export const FOREIGN_HOST = Boolean(process.env.JSII_AGENT);

const stacks = new WeakMap<object, { readonly stack?: unknown }>();

/**
 * Remembers where a thing is made. V8 only keeps the frames; they are worded, and source maps looked up, when
 * asked for.
 *
 * @param constructor class whose constructor is running: its frame and all above are left out
 * @param frames how many to keep, each takes time: those of classes between it and the user, and a few of the
 * user's
 */
export function rememberLine(made: object, constructor: object, frames: number): void {
  if (FOREIGN_HOST) return;
  const { stackTraceLimit } = Error;
  try {
    const holder = {};
    Error.stackTraceLimit = frames;
    Error.captureStackTrace(holder, constructor as () => void);
    stacks.set(made, holder);
  } catch {
    // A frozen Error: there is no line to show.
  } finally {
    restore(stackTraceLimit);
  }
}

function restore(limit: number): void {
  if (Error.stackTraceLimit !== limit) Error.stackTraceLimit = limit;
}

/** Place in the user's source where a thing was made, undefined if it is not known. */
export function lineOf(made: object): FindingPosition | undefined {
  try {
    const stack = stacks.get(made)?.stack;
    if (!stack) return undefined;
    const { userFrame } = require('./user-frame') as typeof import('./user-frame');
    return userFrame(
      Array.isArray(stack) ? stack.map((frame) => `at ${String(frame)}`).join('\n') : String(stack),
    );
  } catch {
    return undefined;
  }
}
