/** Directory of positions, and of what waits to be sent. */
export const STATE = '/var/lib/fluent-bit';
