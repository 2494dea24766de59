/*
 * Amounts in the structs of Kubernetes, as jsii knows them. In the package,
 * `kubernetes-amounts.for-typescript.ts` stands for this file.
 */

/** Quantity: `'64Mi'`, `'100m'`, `2`. */
export type Quantity = number | string;

/** Time in seconds. */
export type Seconds = number;
