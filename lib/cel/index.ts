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
export { BoundValue, NO_VALUE } from './values/bound';
export { MapValue } from './values/collections';
export type { Value } from './values/value';
export { schemaType } from './schema/schema-type';
export { schemaValue } from './schema/schema-value';
export type { StructuralSchema } from './schema/structural';
export * from './types';
export { evaluationCost } from './values/meter';
