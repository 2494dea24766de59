import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type { PodSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { dnsLabel, dnsSubdomain } from '../../apimachinery/dns';
import { inRange } from '../../apimachinery/messages';
import { judgeLabels } from './labels';

export const POD_SPEC = defineRule({
  id: 'pod-spec',
  stage: 'judge',
  mistake: 'a malformed or unknown policy, name, period or node selector of a Pod',
  suggestion: 'use one of the values in the message',
});

/** The first of what stands for itself in a PodSpec: ValidatePodSpec, 1.36. */
export const POD_CHOICES: Rule<PodSpec> = {
  id: POD_SPEC.id,
  judge({ restartPolicy, dnsPolicy, nodeSelector }, path, verdict) {
    judgeChoice(restartPolicy, RESTART_POLICIES, path.field('restartPolicy'), verdict);
    judgeChoice(dnsPolicy, DNS_POLICIES, path.field('dnsPolicy'), verdict);
    judgeLabels(nodeSelector, path.field('nodeSelector'), verdict);
  },
};

export const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

function judgeChoice(
  value: string | undefined,
  choices: readonly string[],
  path: FieldPath,
  verdict: Verdict,
): void {
  if (value && !choices.includes(value)) verdict.notSupported(path, value, choices);
}

/** Names and numbers of a PodSpec that stand for themselves: ValidatePodSpec, 1.36. */
export const POD_NAMES: Rule<PodSpec> = {
  id: POD_SPEC.id,
  judge(spec, path, verdict) {
    const { serviceAccountName, serviceAccount } = spec;
    if (serviceAccountName) {
      judgeName(serviceAccountName, dnsSubdomain, path.field('serviceAccountName'), verdict);
    } else {
      judgeName(
        serviceAccount,
        dnsSubdomain,
        path.field('serviceAccountName'),
        verdict,
        path.field('serviceAccount'),
      );
    }
    judgeName(spec.nodeName, dnsSubdomain, path.field('nodeName'), verdict);
    judgeDeadline(spec.activeDeadlineSeconds, path.field('activeDeadlineSeconds'), verdict);
    judgeName(spec.hostname, dnsLabel, path.field('hostname'), verdict);
    judgeName(spec.subdomain, dnsLabel, path.field('subdomain'), verdict);
  },
};

const MAX_INT32 = 2 ** 31 - 1;

function judgeDeadline(deadline: number | undefined, path: FieldPath, verdict: Verdict): void {
  if (deadline !== undefined && (deadline < 1 || deadline > MAX_INT32)) {
    verdict.invalid(path, deadline, inRange(1, MAX_INT32));
  }
}

/** Names of classes, and what is done to other Pods: ValidatePodSpec, 1.36. */
export const POD_CLASSES: Rule<PodSpec> = {
  id: POD_SPEC.id,
  judge({ priorityClassName, runtimeClassName, preemptionPolicy }, path, verdict) {
    judgeName(priorityClassName, dnsSubdomain, path.field('priorityClassName'), verdict);
    if (runtimeClassName !== undefined) {
      verdict.invalidEach(path.field('runtimeClassName'), runtimeClassName, dnsSubdomain(runtimeClassName));
    }
    if (preemptionPolicy === '') {
      verdict.required(path.field('preemptionPolicy'), '', {
        suggestion: 'remove it, or use one of the supported values',
      });
    } else {
      judgeChoice(preemptionPolicy, PREEMPTION_POLICIES, path.field('preemptionPolicy'), verdict);
    }
  },
};

const PREEMPTION_POLICIES = ['PreemptLowerPriority', 'Never'];

type NameFormat = (name: string) => readonly string[];

function judgeName(
  name: string | undefined,
  format: NameFormat,
  path: FieldPath,
  verdict: Verdict,
  at = path,
): void {
  if (name) verdict.invalidEach(path, name, format(name), { at });
}
