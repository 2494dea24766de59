import type { Field } from '../field';
import { defineRule, type Rule } from '../rule';
import type { PodSpec } from '../schema/types';
import { dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { inRange } from '../../apimachinery/messages';
import { judgeLabels } from './labels';
import { judgeReference } from './renaming';

export const POD_SPEC = defineRule({
  id: 'pod-spec',
  stage: 'judge',
  mistake: 'a malformed or unknown policy, name, period or node selector of a Pod',
  suggestion: 'use one of the values in the message',
});

/** The first of what stands for itself in a PodSpec: ValidatePodSpec, 1.36. */
export const POD_CHOICES: Rule<PodSpec> = {
  id: POD_SPEC.id,
  judge({ restartPolicy, dnsPolicy, nodeSelector }, at) {
    judgeChoice(restartPolicy, RESTART_POLICIES, at.field('restartPolicy'));
    judgeChoice(dnsPolicy, DNS_POLICIES, at.field('dnsPolicy'));
    judgeLabels(nodeSelector, at.field('nodeSelector'));
  },
};

export const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

function judgeChoice(value: string | undefined, choices: readonly string[], at: Field): void {
  if (value && !choices.includes(value)) at.notSupported(value, choices);
}

/** Names and numbers of a PodSpec that stand for themselves: ValidatePodSpec, 1.36. */
export const POD_NAMES: Rule<PodSpec> = {
  id: POD_SPEC.id,
  judge(spec, at) {
    const { serviceAccountName, serviceAccount } = spec;
    if (serviceAccountName) {
      judgeName(serviceAccountName, dnsSubdomain, at.field('serviceAccountName'));
    } else {
      const place = at.field('serviceAccountName').shownAt(at.field('serviceAccount'));
      judgeName(serviceAccount, dnsSubdomain, place);
    }
    judgeName(spec.nodeName, dnsSubdomain, at.field('nodeName'));
    judgeDeadline(spec.activeDeadlineSeconds, at.field('activeDeadlineSeconds'));
    judgeName(spec.hostname, dnsLabel, at.field('hostname'));
    judgeName(spec.subdomain, dnsLabel, at.field('subdomain'));
  },
};

const MAX_INT32 = 2 ** 31 - 1;

function judgeDeadline(deadline: number | undefined, at: Field): void {
  if (deadline !== undefined && (deadline < 1 || deadline > MAX_INT32)) {
    at.invalid(deadline, inRange(1, MAX_INT32));
  }
}

/** Names of classes, and what is done to other Pods: ValidatePodSpec, 1.36. */
export const POD_CLASSES: Rule<PodSpec> = {
  id: POD_SPEC.id,
  judge({ priorityClassName, runtimeClassName, preemptionPolicy }, at) {
    judgeName(priorityClassName, dnsSubdomain, at.field('priorityClassName'));
    if (runtimeClassName !== undefined) {
      judgeReference(runtimeClassName, dnsSubdomain, at.field('runtimeClassName'));
    }
    if (preemptionPolicy === '') {
      at.field('preemptionPolicy').required('', {
        suggestion: 'remove it, or use one of the supported values',
      });
    } else {
      judgeChoice(preemptionPolicy, PREEMPTION_POLICIES, at.field('preemptionPolicy'));
    }
  },
};

export const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];

type NameFormat = (name: string) => readonly string[];

function judgeName(name: string | undefined, format: NameFormat, at: Field): void {
  if (name) judgeReference(name, format, at);
}
