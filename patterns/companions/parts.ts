/** What companions consist of, loaded with the first one. */
export { applyCompanion } from './base/apply';
export { assertConsistent } from './base/checks';
export { configObject, effectiveConfig } from './base/config';
export { companionContainer } from './base/container';
export { asMainUser } from './base/main-user';
export { OptionCheck } from './base/option-check';
export { assertTarget } from './log-output/checks';
