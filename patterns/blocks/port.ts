import { misuse } from '../../lib/options/misuse';

/** @throws Error if the port of an option, `what`, is invalid */
export function assertPort(pattern: string, what: string, port: number): void {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw misuse(pattern, `${what} is ${port}: use an integer from 1 to 65535`);
  }
}
