import { inRange, maxLength, NO_MESSAGES } from './messages';

/** IsValidPortNum, 1.36. */
export const portNumber = (port: number): readonly string[] =>
  port >= 1 && port <= 65535 ? NO_MESSAGES : [inRange(1, 65535)];

/** IsValidPortName, 1.36. */
export function portName(name: string): readonly string[] {
  if (name.length <= 15 && /^[a-z][a-z0-9]*$/.test(name)) return NO_MESSAGES;
  const messages: string[] = [];
  if (Buffer.byteLength(name) > 15) messages.push(maxLength(15));
  if (!/^[-a-z0-9]+$/.test(name)) {
    messages.push('must contain only alpha-numeric characters (a-z, 0-9), and hyphens (-)');
  }
  if (!/[a-z]/.test(name)) messages.push('must contain at least one letter (a-z)');
  if (name.includes('--')) messages.push('must not contain consecutive hyphens');
  if (name.startsWith('-') || name.endsWith('-')) messages.push('must not begin or end with a hyphen');
  return messages;
}
