import type { Field } from '../field';
import type { ContainerRestartRule } from '../schema/types';
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
  judge(subject, at) {
    if (at.minor >= 35) judgeWithRules(subject, at);
    else if (subject.container.restartPolicy !== undefined) judgeWithoutRules(subject, at);
  },
});

const POLICIES = ['Always', 'Never', 'OnFailure'];
const OPERATORS = ['In', 'NotIn'];
const MAX_RULES = 20;
const MAX_EXIT_CODES = 255;

/** validateContainers and validateInitContainerRestartPolicy up to 1.34. */
function judgeWithoutRules({ container: { restartPolicy }, role }: ContainerSubject, at: Field): void {
  if (role === 'main') {
    at.field('restartPolicy').forbidden('may not be set for non-init containers', {
      suggestion: 'remove it; set spec.restartPolicy',
    });
  } else if (restartPolicy !== 'Always') {
    at.field('restartPolicy').notSupported(restartPolicy, ['Always']);
  }
}

/** validateContainerRestartPolicy and validateInitContainerRestartPolicy, 1.35 and 1.36. */
function judgeWithRules(
  { container: { restartPolicy, restartPolicyRules: rules = [] }, role }: ContainerSubject,
  at: Field,
): void {
  if (restartPolicy === undefined && !rules.length) return;
  const place = at.field('restartPolicyRules');
  if (role === 'sidecar' && at.minor < 36) {
    if (rules.length) {
      place.forbidden('restartPolicyRules are not allowed for init containers with restart policy Always');
    }
    return;
  }
  judgePolicy(restartPolicy, at.field('restartPolicy'));
  if (restartPolicy === undefined && role === 'init') return;
  if (rules.length > MAX_RULES) judgeTooMany(place, rules.length, MAX_RULES);
  rules.forEach((rule, index) => judgeRule(rule, place.index(index)));
}

function judgePolicy(policy: string | undefined, at: Field): void {
  if (policy === undefined) at.required('must specify restartPolicy when restart rules are used');
  else if (!POLICIES.includes(policy)) at.notSupported(policy, POLICIES);
}

function judgeRule({ action = '', exitCodes }: ContainerRestartRule, at: Field): void {
  const actions = at.minor >= 36 ? ['Restart', 'RestartAllContainers'] : ['Restart'];
  if (!actions.includes(action)) at.field('action').notSupported(action, actions);
  const place = at.field('exitCodes');
  if (!exitCodes) return place.required('must be specified');
  const { operator = '', values = [] } = exitCodes;
  if (!OPERATORS.includes(operator)) place.field('operator').notSupported(operator, OPERATORS);
  if (values.length > MAX_EXIT_CODES) {
    judgeTooMany(place.field('values'), values.length, MAX_EXIT_CODES);
  }
}

/** 1.35 speaks of bytes. */
function judgeTooMany(at: Field, actual: number, limit: number): void {
  if (at.minor >= 36) at.tooMany(actual, limit);
  else at.tooLong(limit, { suggestion: `keep at most ${limit}` });
}
