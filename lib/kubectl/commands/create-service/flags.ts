/** The ports of a Service. */
export const TCP_FLAG = {
  tcp: { type: 'stringSlice', option: 'same', usage: 'ports, as PORT or PORT:TARGET' },
} as const;
