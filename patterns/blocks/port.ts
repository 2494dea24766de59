/**
 * @throws Error that starts with `what`, if the port is invalid
 */
export function assertPort(what: string, port: number): void {
  if (!Number.isInteger(port) || port < 1 || port > 65535) {
    throw new Error(`${what} is ${port}: use an integer from 1 to 65535`);
  }
}
