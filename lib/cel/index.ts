/** The Common Expression Language, as servers compile and evaluate it. */
export { type CelProgram, compile } from './compile';
export type { CelEnvironment } from './environment';
export * from './errors';
export {
  APPLY_CONFIGURATION,
  configurationOf,
  JSON_PATCH,
  type JsonPatchOperation,
  patchOf,
} from './mutation';
export { NO_VALUE } from './values/bound';
export { schemaType } from './schema/schema-type';
export { schemaValue } from './schema/schema-value';
export type { StructuralSchema } from './schema/structural';
export * from './types';
export { evaluationCost } from './values/meter';
