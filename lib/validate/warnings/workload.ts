import type { FieldPath } from '../path';
import { effectiveName } from '../rules/metadata';
import { defineRule, type Rule } from '../rule';
import type { ObjectMeta } from '../schema/types';
import { dnsLabel } from '../../apimachinery/dns';
import type { Verdict } from '../verdict';

export const NAME_IN_PODS = defineRule<Rule<ObjectMeta>>({
  id: 'workload-name',
  stage: 'warn',
  mistake: 'a name that is not a DNS label, although it becomes part of hostnames',
  suggestion: 'use at most 63 lowercase letters, digits and hyphens',
  judge(metadata, path, verdict) {
    const messages = dnsLabel(effectiveName(metadata));
    if (!messages.length) return;
    const text =
      'this is used in Pod names and hostnames, which can result in surprising behavior; a DNS label is recommended';
    verdict.warn(
      path,
      `metadata.name: ${text}: [${messages.join(' ')}]`,
      'use at most 63 lowercase letters, digits and hyphens',
    );
  },
});

/**
 * The name of most workloads goes into the names of their Pods: WarningsOnCreate of their strategies,
 * pkg/registry 1.36.
 */
export function warnOfName(metadata: ObjectMeta | undefined, path: FieldPath, verdict: Verdict): void {
  verdict.apply(NAME_IN_PODS, metadata ?? {}, path.field('metadata', 'name'));
}
