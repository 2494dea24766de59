import type { FieldPath } from '../path';
import type { ObjectMeta, PodSpec } from '../schema/types';
import type { Verdict } from '../verdict';

/** What a server warns of in a Pod, or in a template at `path`: GetWarningsForPod and GetWarningsForPodTemplate, pkg/api/pod 1.36. */
export function warnOfPodSpec(_spec: PodSpec, _metadata: ObjectMeta | undefined, _path: FieldPath, _verdict: Verdict): void {
}
