/** The Common Expression Language, as servers compile and evaluate it. */
export { type CelProgram, compile } from './compile';
export type { CelEnvironment } from './environment';
export * from './errors';
export * from './types';
