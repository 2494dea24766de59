import type { Duration } from 'cdk8s';
import { secondsOf } from '../../lib/options/amounts';
import { misuse } from '../../lib/options/misuse';

/** @throws Error if a time is not whole seconds above zero */
export function assertTime(pattern: string, place: string, duration: Duration | number | undefined): void {
  if (duration === undefined) return;
  const seconds = secondsOf(duration);
  if (!Number.isInteger(seconds)) throw misuse(pattern, `${place} is ${seconds} seconds: use whole seconds`);
  if (seconds < 1) throw misuse(pattern, `${place} is ${seconds} seconds: use at least one`);
}
