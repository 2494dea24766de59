/** URL for bug reports. */
export const ISSUES = 'https://github.com/cdk8s-pod-patterns/cdk8s-pod-patterns/issues';

/** Suggestion for an internal error. */
export const REPORT_BUG = `please report this bug with the manifest: ${ISSUES}`;

/** Frames of a stack that are shown: enough to find the bug, few enough to read. */
const FRAMES = 3;

/** An internal error in one line: the error and where it was thrown, without paths of the machine. */
export function internalErrorText(error: unknown): string {
  if (!(error instanceof Error)) return `internal error: ${String(error)}`;
  const frames = framesOf(error);
  return `internal error: ${error.name}: ${error.message}${frames.length ? ` (${frames.join(' < ')})` : ''}`;
}

function framesOf({ stack = '' }: Error): string[] {
  const lines = stack.split('\n').filter((line) => line.startsWith('    at '));
  return lines.slice(0, FRAMES).map(frameText);
}

/** `    at name (path/file.js:1:2)` as `name file.js:1:2`. */
function frameText(line: string): string {
  const words = line.slice('    at '.length).replace(/[()]/g, '').split(' ');
  const place = words.pop()!.split(/[\\/]/).at(-1)!;
  const name = words.filter((word) => word !== 'async' && word !== 'new')[0];
  return name && !/[\\/<]/.test(name) ? `${name} ${place}` : place;
}
