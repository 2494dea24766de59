import type { Duration } from 'cdk8s';
import { secondsOf } from '../../lib/options/amounts';

/** @throws Error if a time is not whole seconds above zero */
export function assertTime(place: string, duration: Duration | number | undefined): void {
  if (duration === undefined) return;
  const seconds = secondsOf(duration);
  if (!Number.isInteger(seconds)) throw new Error(`${place} is ${seconds} seconds: use whole seconds`);
  if (seconds < 1) throw new Error(`${place} is ${seconds} seconds: use at least one`);
}
