import { type Flag, initialValue, type Offline } from './flag';

/** The value where a flag is not given, as one would write it; empty for no items, too. */
export function initialText(flag: Flag): string {
  const initial = initialValue(flag);
  if (flag.type === 'duration') return durationText(Number(initial) / 1e9);
  return typeof initial === 'object' ? '' : String(initial);
}

/** Seconds as Go writes a duration: `1m0s`. */
const durationText = (seconds: number) =>
  seconds < 60 ? `${seconds}s` : `${Math.floor(seconds / 60)}m${seconds % 60}s`;

const OFFLINE: Readonly<Record<Offline, string>> = { ignored: 'no effect', refused: 'not supported' };

/** What becomes of a flag that does not do here what it does in kubectl; empty for the others. */
export const offlineText = ({ offline }: Flag) => (offline ? OFFLINE[offline] : '');
