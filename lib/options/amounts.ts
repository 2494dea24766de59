import type { Duration, Size } from 'cdk8s';

/** Seconds of a duration, given by cdk8s' class or as Kubernetes writes it. */
export const secondsOf = (duration: Duration | number) =>
  isDuration(duration) ? wholeSeconds(duration) : duration;

function wholeSeconds(duration: Duration): number {
  try {
    return duration.toSeconds();
  } catch {
    throw new Error(
      `the Duration of ${duration.toMilliseconds()} milliseconds is not a whole number of seconds`,
    );
  }
}

const isDuration = (value: unknown): value is Duration =>
  typeof (value as Duration | undefined)?.toSeconds === 'function';

/** A size as Kubernetes writes it: `256Mi`. */
export function quantityOf(size: Size | string): string {
  if (typeof size === 'string') return size;
  const kibibytes = size.toKibibytes();
  return kibibytes % 1024 ? `${kibibytes}Ki` : `${kibibytes / 1024}Mi`;
}
