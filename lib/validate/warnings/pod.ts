import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import { effectiveName } from '../rules/metadata';
import type { Pod } from '../schema/types';
import { dnsLabel } from '../../apimachinery/dns';
import { warnOfPodSpec } from './pod-spec';
import { warnAt } from './warn-at';

/** Warnings of create for Pods: WarningsOnCreate, pkg/registry/core/pod 1.30 to 1.36. */
export function warnOfPod({ metadata, spec = {} }: Pod, at: Field): void {
  at.field('metadata', 'name').apply(HOSTNAME, effectiveName(metadata ?? {}));
  warnOfPodSpec(spec, metadata, at);
}

export const HOSTNAME = defineRule<Rule<string>>({
  id: 'hostname',
  stage: 'warn',
  mistake: 'a Pod name that is not a DNS label, although it becomes the hostname',
  suggestion: 'use at most 63 lowercase letters, digits and hyphens',
  judge(name, at) {
    const messages = dnsLabel(name);
    if (!messages.length) return;
    const text =
      "this is used in the Pod's hostname, which can result in surprising behavior; a DNS label is recommended";
    warnAt(at, `${text}: [${messages.join(' ')}]`, 'use at most 63 lowercase letters, digits and hyphens');
  },
});
