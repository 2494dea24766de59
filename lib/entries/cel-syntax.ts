/** Errors in the syntax of CEL: loaded with the first expression that has one. */
export * from '../cel/syntax/antlr';
