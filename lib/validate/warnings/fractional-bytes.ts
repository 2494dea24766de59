import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { PersistentVolumeClaimSpec, PodSpec, ResourceRequirements } from '../schema/types';
import { quote } from '../../go/format';
import { quantity } from '../../apimachinery/parse-quantity';
import { warnAt } from './warn-at';

const POD_RESOURCES = ['memory', 'ephemeral-storage'];
const REMEDY = 'the suffix m means thousandths: use whole bytes, such as 128Mi';

type Amounts = NonNullable<ResourceRequirements['limits']>;

export const FRACTIONAL_BYTES = defineRule({
  id: 'fractional-bytes',
  stage: 'warn',
  mistake: 'a fraction of a byte: the suffix `m` means thousandths',
  suggestion: 'use whole bytes, such as 128Mi',
});

/**
 * Fractions of bytes in requests and limits of a container: warningsForPodSpecAndMeta, pkg/api/pod 1.30 to
 * 1.36.
 */
export const FRACTIONAL_RESOURCES: Rule<ResourceRequirements> = {
  id: FRACTIONAL_BYTES.id,
  judge({ limits, requests }, at) {
    for (const resource of POD_RESOURCES) {
      if (isFractional(limits, resource)) warnOfAmount(limits, resource, at.field('limits'));
      if (isFractional(requests, resource)) warnOfAmount(requests, resource, at.field('requests'));
    }
  },
};

/** The same of a Pod's overhead. */
export const FRACTIONAL_OVERHEAD: Rule<NonNullable<PodSpec['overhead']>> = {
  id: FRACTIONAL_BYTES.id,
  judge(overhead, at) {
    for (const resource of POD_RESOURCES) {
      if (isFractional(overhead, resource)) warnOfAmount(overhead, resource, at);
    }
  },
};

/**
 * The same of a claim's storage, requests first: GetWarningsForPersistentVolumeClaimSpec,
 * pkg/api/persistentvolumeclaim 1.30 to 1.36.
 */
export const FRACTIONAL_STORAGE: Rule<PersistentVolumeClaimSpec> = {
  id: FRACTIONAL_BYTES.id,
  judge({ resources }, at) {
    const { requests, limits } = resources ?? {};
    if (isFractional(requests, 'storage')) {
      warnOfAmount(requests, 'storage', at.field('resources', 'requests'));
    }
    if (isFractional(limits, 'storage')) {
      warnOfAmount(limits, 'storage', at.field('resources', 'limits'));
    }
  },
};

function isFractional(amounts: Amounts | undefined, resource: string): amounts is Amounts {
  return amounts?.[resource] !== undefined && !quantity(amounts[resource]).roundsToInteger();
}

function warnOfAmount(amounts: Amounts, resource: string, at: Field): void {
  const shown = quantity(amounts[resource]).inMilli().toString();
  warnAt(at.key(resource), `fractional byte value ${quote(shown)} is invalid, must be an integer`, REMEDY);
}
