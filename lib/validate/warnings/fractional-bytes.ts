import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import type { PersistentVolumeClaimSpec, PodSpec, ResourceRequirements } from '../schema/types';
import type { Verdict } from '../verdict';
import { quote } from '../go-text';
import { quantity } from '../vocabulary/quantity';
import { warnAt } from './warn-at';

const POD_RESOURCES = ['memory', 'ephemeral-storage'];
const REMEDY = 'm means thousandths: write whole bytes, such as 128Mi';

type Amounts = NonNullable<ResourceRequirements['limits']>;

/** Fractions of bytes in requests and limits of a container: warningsForPodSpecAndMeta, pkg/api/pod 1.30 to 1.36. */
export const FRACTIONAL_RESOURCES: Rule<ResourceRequirements> = {
  id: 'fractional-bytes',
  judge({ limits, requests }, path, verdict) {
    for (const resource of POD_RESOURCES) {
      warnOfAmount(limits, resource, path.child('limits'), verdict);
      warnOfAmount(requests, resource, path.child('requests'), verdict);
    }
  },
};

/** The same of a Pod's overhead. */
export const FRACTIONAL_OVERHEAD: Rule<NonNullable<PodSpec['overhead']>> = {
  id: 'fractional-bytes',
  judge(overhead, path, verdict) {
    for (const resource of POD_RESOURCES) warnOfAmount(overhead, resource, path, verdict);
  },
};

/** The same of a claim's storage, requests first: GetWarningsForPersistentVolumeClaimSpec, pkg/api/persistentvolumeclaim 1.30 to 1.36. */
export const FRACTIONAL_STORAGE: Rule<PersistentVolumeClaimSpec> = {
  id: 'fractional-bytes',
  judge({ resources }, path, verdict) {
    warnOfAmount(resources?.requests, 'storage', path.child('resources', 'requests'), verdict);
    warnOfAmount(resources?.limits, 'storage', path.child('resources', 'limits'), verdict);
  },
};

function warnOfAmount(amounts: Amounts | undefined, resource: string, path: FieldPath, verdict: Verdict): void {
  if (amounts?.[resource] === undefined) return;
  const amount = quantity(amounts[resource]);
  if (amount.roundsToInteger()) return;
  warnAt(path.key(resource), `fractional byte value ${quote(amount.inMilli().toString())} is invalid, must be an integer`, verdict, REMEDY);
}
