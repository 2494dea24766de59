export const lastLine = (log: string) => log.trim().split('\n').at(-1);
