import type { FieldPath } from '../path';
import type { Rule } from '../rule';
import type { PodSpec } from '../schema/types';
import { dnsLabel, dnsSubdomain } from '../vocabulary/dns';
import { inRange } from '../vocabulary/messages';
import type { Verdict } from '../verdict';
import { judgeLabels } from './labels';

/** Fields of a PodSpec that stand for themselves: ValidatePodSpec, 1.36. */
export const POD_SPEC: Rule<PodSpec> = {
  id: 'pod-spec',
  judge(spec, path, verdict) {
    judgeChoice(spec.restartPolicy, RESTART_POLICIES, path.child('restartPolicy'), verdict);
    judgeChoice(spec.dnsPolicy, DNS_POLICIES, path.child('dnsPolicy'), verdict);
    judgeLabels(spec.nodeSelector, path.child('nodeSelector'), verdict);
    judgeNames(spec, path, verdict);
    const deadline = spec.activeDeadlineSeconds;
    if (deadline !== undefined && (deadline < 1 || deadline > MAX_INT32)) {
      verdict.invalid(path.child('activeDeadlineSeconds'), deadline, inRange(1, MAX_INT32));
    }
  },
};

const MAX_INT32 = 2 ** 31 - 1;
const RESTART_POLICIES = ['Always', 'OnFailure', 'Never'];
const DNS_POLICIES = ['ClusterFirstWithHostNet', 'ClusterFirst', 'Default', 'None'];

function judgeChoice(value: string | undefined, choices: readonly string[], path: FieldPath, verdict: Verdict): void {
  if (value && !choices.includes(value)) verdict.notSupported(path, value, choices);
}

const NAMES = [
  ['serviceAccountName', dnsSubdomain], ['nodeName', dnsSubdomain], ['hostname', dnsLabel], ['subdomain', dnsLabel],
  ['priorityClassName', dnsSubdomain], ['runtimeClassName', dnsSubdomain],
] as const;

function judgeNames(spec: PodSpec, path: FieldPath, verdict: Verdict): void {
  for (const [field, format] of NAMES) {
    const name = spec[field];
    if (name) verdict.invalidEach(path.child(field), name, format(name));
  }
}
