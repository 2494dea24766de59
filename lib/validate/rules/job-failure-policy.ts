import type { Field } from '../field';
import { list, named } from '../../go/value';
import { quote } from '../../go/format';
import { defineRule, type Rule } from '../rule';
import type {
  JobSpec,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
  PodFailurePolicyRule,
} from '../schema/types';
import { qualifiedName } from '../../apimachinery/labels';

const ACTIONS = ['Count', 'FailIndex', 'FailJob', 'Ignore'];
const OPERATORS = ['In', 'NotIn'];
const STATUSES = ['False', 'True', 'Unknown'];
const MOST_RULES = 20;
const MOST_PATTERNS = 20;
const MOST_CODES = 255;

/** What a failed Pod means: validatePodFailurePolicy, pkg/apis/batch/validation 1.36. */
export const FAILURE_POLICY = defineRule<Rule<JobSpec>>({
  id: 'job-pod-failure-policy',
  stage: 'judge',
  mistake: 'a malformed failure policy rule, or one that conflicts with the restart policy',
  suggestion: 'fix the rule in the message',
  judge(spec, at) {
    const rules = spec.podFailurePolicy?.rules ?? [];
    const place = at.field('rules');
    if (rules.length > MOST_RULES) place.tooMany(rules.length, MOST_RULES);
    const pod = spec.template?.spec ?? {};
    const containers = new Set(
      [...(pod.containers ?? []), ...(pod.initContainers ?? [])].map(({ name = '' }) => name),
    );
    rules.forEach((rule, index) => judgeRule(rule, { spec, containers }, place.index(index)));
  },
});

interface Context {
  readonly spec: JobSpec;
  readonly containers: ReadonlySet<string>;
}

/** validatePodFailurePolicyRule, 1.36. */
function judgeRule(rule: PodFailurePolicyRule, { spec, containers }: Context, at: Field): void {
  const { action, onExitCodes, onPodConditions = [] } = rule;
  judgeAction(action, spec, at.field('action'));
  if (onExitCodes) judgeExitCodes(onExitCodes, containers, at.field('onExitCodes'));
  if (onPodConditions.length) judgeConditions(onPodConditions, at.field('onPodConditions'));
  if (onExitCodes && onPodConditions.length) {
    at.invalidWhole('specifying both OnExitCodes and OnPodConditions is not supported', {
      suggestion: 'split it into two rules',
    });
  } else if (!onExitCodes && !onPodConditions.length) {
    at.invalidWhole('specifying one of OnExitCodes and OnPodConditions is required', {
      suggestion: 'add onExitCodes or onPodConditions',
    });
  }
}

function judgeAction(action: string | undefined, { backoffLimitPerIndex }: JobSpec, at: Field): void {
  if (!action) {
    at.required(validValues(ACTIONS));
  } else if (!ACTIONS.includes(action)) {
    at.notSupported(named(action), ACTIONS);
  } else if (action === 'FailIndex' && backoffLimitPerIndex === undefined) {
    at.invalid(named(action), 'requires the backoffLimitPerIndex to be set', {
      suggestion: 'set spec.backoffLimitPerIndex',
    });
  }
}

const validValues = (values: readonly string[]) => `valid values: [${values.map(quote).join(' ')}]`;

/** validatePodFailurePolicyRuleOnPodConditions, 1.36. */
function judgeConditions(patterns: readonly PodFailurePolicyOnPodConditionsPattern[], at: Field): void {
  if (patterns.length > MOST_PATTERNS) at.tooMany(patterns.length, MOST_PATTERNS);
  patterns.forEach(({ type = '', status }, index) => {
    const place = at.index(index);
    place.field('type').invalidEach(type, qualifiedName(type, at.minor));
    if (!status) place.field('status').required(validValues(STATUSES));
    else if (!STATUSES.includes(status)) place.field('status').notSupported(named(status), STATUSES);
  });
}

/** validatePodFailurePolicyRuleOnExitCodes, 1.36. */
function judgeExitCodes(
  requirement: PodFailurePolicyOnExitCodesRequirement,
  containers: ReadonlySet<string>,
  at: Field,
): void {
  const { operator, containerName, values } = requirement;
  if (!operator) {
    at.field('operator').required(validValues(OPERATORS));
  } else if (!OPERATORS.includes(operator)) {
    at.field('operator').notSupported(named(operator), OPERATORS);
  }
  if (containerName !== undefined && !containers.has(containerName)) {
    at.field('containerName').invalid(
      containerName,
      'must be one of the container or initContainer names in the pod template',
      {
        suggestion: containers.size
          ? `use one of ${[...containers].join(', ')}`
          : 'use the name of a container in spec.template',
      },
    );
  }
  judgeCodes(values, operator, at.field('values'));
}

function judgeCodes(codes: readonly number[] | undefined, operator: string | undefined, at: Field): void {
  if (!codes?.length) {
    return at.invalid(list(codes, 'int32'), 'at least one value is required', {
      suggestion: 'list the exit codes',
    });
  }
  if (codes.length > MOST_CODES) at.tooMany(codes.length, MOST_CODES);
  const seen = new Set<number>();
  codes.forEach((code, index) => {
    if (operator === 'In' && code === 0) {
      at.index(index).invalid(code, 'must not be 0 for the In operator', {
        suggestion: 'remove it: exit code 0 is not a failure',
      });
    }
    if (seen.has(code)) at.index(index).duplicate(code);
    seen.add(code);
  });
  if (codes.some((code, index) => code < codes[index - 1])) {
    at.invalid(list(codes, 'int32'), 'must be ordered', {
      suggestion: `use ${JSON.stringify([...codes].sort((a, b) => a - b))}`,
    });
  }
}
