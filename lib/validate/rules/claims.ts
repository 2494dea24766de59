import type { FieldPath } from '../path';
import type { PersistentVolumeClaimSpec } from '../schema/types';
import type { Verdict } from '../verdict';

/** A claim's spec: ValidatePersistentVolumeClaimSpec, 1.36. */
export function judgeClaimSpec(_spec: PersistentVolumeClaimSpec, _path: FieldPath, _verdict: Verdict): void {
}
