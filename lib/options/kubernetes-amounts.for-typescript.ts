import type { Duration, Size } from 'cdk8s';
import type { Cpu } from 'cdk8s-plus-28';

/** Quantity: `'64Mi'`, `'100m'`, `2`, a Size of cdk8s, or a Cpu of cdk8s-plus of any number. */
export type Quantity = number | string | Size | Cpu;

/** Time in seconds, or a Duration of cdk8s. */
export type Seconds = number | Duration;
