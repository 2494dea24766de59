import type { Field } from '../field';
import { effectiveName } from '../rules/metadata';
import { defineRule, type Rule } from '../rule';
import type { ObjectMeta } from '../schema/types';
import { dnsLabel } from '../../apimachinery/dns';

export const NAME_IN_PODS = defineRule<Rule<ObjectMeta>>({
  id: 'workload-name',
  stage: 'warn',
  mistake: 'a name that is not a DNS label, although it becomes part of hostnames',
  suggestion: 'use at most 63 lowercase letters, digits and hyphens',
  judge(metadata, at) {
    const messages = dnsLabel(effectiveName(metadata));
    if (!messages.length) return;
    const text =
      'this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended';
    at.warn(
      `metadata.name: ${text}: [${messages.join(' ')}]`,
      'use at most 63 lowercase letters, digits and hyphens',
    );
  },
});

/**
 * The name of most workloads goes into the names of their Pods: WarningsOnCreate of their strategies,
 * pkg/registry 1.36.
 */
export function warnOfName(metadata: ObjectMeta | undefined, at: Field): void {
  at.field('metadata', 'name').apply(NAME_IN_PODS, metadata ?? {});
}
