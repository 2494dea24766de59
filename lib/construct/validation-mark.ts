import type { IConstruct } from 'constructs';

/** Mark of the constructs that have a validation of their own. */
export const VALIDATION = Symbol.for('cdk8s-pod-patterns.Validation');

/** Whether a validation was asked for that judges all objects of a construct. */
export const isValidated = (construct: IConstruct) =>
  construct.node.scopes.some((scope) => VALIDATION in scope);
