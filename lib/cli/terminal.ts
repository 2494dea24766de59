import { fstatSync } from 'node:fs';

/**
 * Whether someone watches what is written. What is no device is not worth the time that it takes to load
 * node:tty.
 */
export function isTerminal(descriptor: number): boolean {
  try {
    return (
      fstatSync(descriptor).isCharacterDevice() &&
      (require('node:tty') as typeof import('node:tty')).isatty(descriptor)
    );
  } catch {
    return false; // it is closed
  }
}
