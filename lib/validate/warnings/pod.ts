import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import { effectiveName } from '../rules/metadata';
import type { Pod } from '../schema/types';
import type { Verdict } from '../verdict';
import { dnsLabel } from '../../apimachinery/dns';
import { warnOfPodSpec } from './pod-spec';
import { warnAt } from './warn-at';

/** Warnings of create for Pods: WarningsOnCreate, pkg/registry/core/pod 1.30 to 1.36. */
export function warnOfPod({ metadata, spec = {} }: Pod, path: FieldPath, verdict: Verdict): void {
  verdict.apply(HOSTNAME, effectiveName(metadata ?? {}), path.field('metadata', 'name'));
  warnOfPodSpec(spec, metadata, path, verdict);
}

export const HOSTNAME = defineRule<Rule<string>>({
  id: 'hostname',
  stage: 'warn',
  mistake: 'a Pod name that is not a DNS label, although it becomes the hostname',
  suggestion: 'use at most 63 lowercase letters, digits and hyphens',
  judge(name, path, verdict) {
    const messages = dnsLabel(name);
    if (!messages.length) return;
    const text =
      "this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended";
    warnAt(
      path,
      `${text}: [${messages.join(' ')}]`,
      verdict,
      'use at most 63 lowercase letters, digits and hyphens',
    );
  },
});
