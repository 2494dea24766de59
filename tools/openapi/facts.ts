/**
 * What the OpenAPI documents of several Kubernetes minors say, merged: the one input of all generators.
 *
 * A type expression is `string`, `bool`, `int32`, `int64`, `double`, `bytes`, `quantity`, `intOrString`,
 * `time`, `microTime`, `object` (any map), `any`, the name of a type such as `core.v1.Container`, `[]` before
 * what a list holds, or `{}` before what a map holds. After the name of a type and `|` stands what a value
 * that is no object holds.
 */
export interface Facts {
  /** Minors merged, oldest first: 30 is Kubernetes 1.30. */
  readonly minors: readonly number[];
  readonly types: { readonly [name: string]: TypeFacts };
  readonly kinds: readonly KindFacts[];
  /** First and last minor of the types that not every minor has. */
  readonly typeMinors?: { readonly [name: string]: MinorRange };
}

/** First and last minor, both included. */
export type MinorRange = readonly [first: number, last: number];

export interface TypeFacts {
  readonly [field: string]: FieldFacts;
}

export interface FieldFacts {
  readonly type: string;
  /** First and last minor that has the field; absent when all that have the type have it. */
  readonly minors?: MinorRange;
  readonly required?: true;
  /** Values the newest minor lists. */
  readonly enum?: readonly string[];
  /** Default the newest minor publishes, where it is not the zero value. */
  readonly default?: unknown;
}

export interface KindFacts {
  readonly apiVersion: string;
  readonly kind: string;
  readonly type: string;
  readonly plural: string;
  readonly namespaced: boolean;
  readonly minors?: MinorRange;
}

/** Descriptions of the newest minor: type → field → text; the type's own under the empty name. */
export interface Descriptions {
  readonly [type: string]: { readonly [field: string]: string };
}
