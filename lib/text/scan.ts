/** A bug in a scanner: one of its steps consumed nothing, so that its loop would never end. */
export class StuckScannerError extends Error {
  override readonly name = 'StuckScannerError';

  constructor(position: number) {
    super(`the scanner consumed nothing at position ${position}`);
  }
}

/**
 * Scans from `start` to `end`: each step takes a position and returns the next one, or undefined to stop
 * there.
 *
 * @returns the position at which the scan ended
 * @throws StuckScannerError if a step does not advance
 */
export function scan(start: number, end: number, step: (at: number) => number | undefined): number {
  let at = start;
  while (at < end) {
    const next = step(at);
    if (next === undefined) break;
    at = advanced(at, next);
  }
  return at;
}

/**
 * Repeats a step of a scanner that keeps its own position, for as long as the condition holds.
 *
 * @throws StuckScannerError if a step does not advance
 */
export function scanWhile(position: () => number, condition: () => boolean, step: () => void): void {
  while (condition()) {
    const before = position();
    step();
    advanced(before, position());
  }
}

function advanced(before: number, after: number): number {
  if (after > before) return after;
  throw new StuckScannerError(before);
}
