import type { FieldPath } from '../path';
import type { ContainerRestartRule } from '../schema/types';
import type { Verdict } from '../verdict';
import type { ContainerRule, ContainerSubject } from './container-subject';
import { defineRule } from '../rule';

/**
 * Restart policy of one container. ContainerRestartRules is on from 1.35,
 * RestartAllContainersOnContainerExits from 1.36.
 */
export const CONTAINER_RESTART = defineRule<ContainerRule>({
  id: 'container-restart-policy',
  stage: 'judge',
  mistake: 'a `restartPolicy` or restart rules that are not allowed for this type of container',
  suggestion: 'set `restartPolicy: Always` on native sidecars only; otherwise set it on the Pod',
  judge(subject, path, verdict) {
    if (verdict.minor >= 35) judgeWithRules(subject, path, verdict);
    else if (subject.container.restartPolicy !== undefined) judgeWithoutRules(subject, path, verdict);
  },
});

const POLICIES = ['Always', 'Never', 'OnFailure'];
const OPERATORS = ['In', 'NotIn'];
const MAX_RULES = 20;
const MAX_EXIT_CODES = 255;

/** validateContainers and validateInitContainerRestartPolicy up to 1.34. */
function judgeWithoutRules(
  { container: { restartPolicy }, role }: ContainerSubject,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (role === 'main') {
    verdict.forbidden(path.field('restartPolicy'), 'may not be set for non-init containers', {
      suggestion: 'remove it; set spec.restartPolicy',
    });
  } else if (restartPolicy !== 'Always') {
    verdict.notSupported(path.field('restartPolicy'), restartPolicy, ['Always']);
  }
}

/** validateContainerRestartPolicy and validateInitContainerRestartPolicy, 1.35 and 1.36. */
function judgeWithRules(
  { container: { restartPolicy, restartPolicyRules: rules = [] }, role }: ContainerSubject,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (restartPolicy === undefined && !rules.length) return;
  const place = path.field('restartPolicyRules');
  if (role === 'sidecar' && verdict.minor < 36) {
    if (rules.length) {
      verdict.forbidden(
        place,
        'restartPolicyRules are not allowed for init containers with restart policy Always',
      );
    }
    return;
  }
  judgePolicy(restartPolicy, path.field('restartPolicy'), verdict);
  if (restartPolicy === undefined && role === 'init') return;
  if (rules.length > MAX_RULES) judgeTooMany(place, rules.length, MAX_RULES, verdict);
  rules.forEach((rule, index) => judgeRule(rule, place.index(index), verdict));
}

function judgePolicy(policy: string | undefined, path: FieldPath, verdict: Verdict): void {
  if (policy === undefined) verdict.required(path, 'must specify restartPolicy when restart rules are used');
  else if (!POLICIES.includes(policy)) verdict.notSupported(path, policy, POLICIES);
}

function judgeRule(
  { action = '', exitCodes }: ContainerRestartRule,
  path: FieldPath,
  verdict: Verdict,
): void {
  const actions = verdict.minor >= 36 ? ['Restart', 'RestartAllContainers'] : ['Restart'];
  if (!actions.includes(action)) verdict.notSupported(path.field('action'), action, actions);
  const place = path.field('exitCodes');
  if (!exitCodes) return verdict.required(place, 'must be specified');
  const { operator = '', values = [] } = exitCodes;
  if (!OPERATORS.includes(operator)) verdict.notSupported(place.field('operator'), operator, OPERATORS);
  if (values.length > MAX_EXIT_CODES) {
    judgeTooMany(place.field('values'), values.length, MAX_EXIT_CODES, verdict);
  }
}

/** 1.35 speaks of bytes. */
function judgeTooMany(path: FieldPath, actual: number, limit: number, verdict: Verdict): void {
  if (verdict.minor >= 36) verdict.tooMany(path, actual, limit);
  else verdict.tooLong(path, limit, { suggestion: `keep at most ${limit}` });
}
