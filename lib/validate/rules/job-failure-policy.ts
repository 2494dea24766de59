import { list, named } from '../../go/value';
import { quote } from '../../go/format';
import type { FieldPath } from '../path';
import { defineRule, type Rule } from '../rule';
import type {
  JobSpec,
  PodFailurePolicyOnExitCodesRequirement,
  PodFailurePolicyOnPodConditionsPattern,
  PodFailurePolicyRule,
} from '../schema/types';
import type { Verdict } from '../verdict';
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
  judge(spec, path, verdict) {
    const rules = spec.podFailurePolicy?.rules ?? [];
    const place = path.field('rules');
    if (rules.length > MOST_RULES) verdict.tooMany(place, rules.length, MOST_RULES);
    const pod = spec.template?.spec ?? {};
    const containers = new Set(
      [...(pod.containers ?? []), ...(pod.initContainers ?? [])].map(({ name = '' }) => name),
    );
    rules.forEach((rule, index) => judgeRule(rule, { spec, containers }, place.index(index), verdict));
  },
});

interface Context {
  readonly spec: JobSpec;
  readonly containers: ReadonlySet<string>;
}

/** validatePodFailurePolicyRule, 1.36. */
function judgeRule(
  rule: PodFailurePolicyRule,
  { spec, containers }: Context,
  path: FieldPath,
  verdict: Verdict,
): void {
  const { action, onExitCodes, onPodConditions = [] } = rule;
  judgeAction(action, spec, path.field('action'), verdict);
  if (onExitCodes) judgeExitCodes(onExitCodes, containers, path.field('onExitCodes'), verdict);
  if (onPodConditions.length) judgeConditions(onPodConditions, path.field('onPodConditions'), verdict);
  if (onExitCodes && onPodConditions.length) {
    verdict.invalidWhole(path, 'specifying both OnExitCodes and OnPodConditions is not supported', {
      suggestion: 'split it into two rules',
    });
  } else if (!onExitCodes && !onPodConditions.length) {
    verdict.invalidWhole(path, 'specifying one of OnExitCodes and OnPodConditions is required', {
      suggestion: 'add onExitCodes or onPodConditions',
    });
  }
}

function judgeAction(
  action: string | undefined,
  { backoffLimitPerIndex }: JobSpec,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!action) {
    verdict.required(path, validValues(ACTIONS));
  } else if (!ACTIONS.includes(action)) {
    verdict.notSupported(path, named(action), ACTIONS);
  } else if (action === 'FailIndex' && backoffLimitPerIndex === undefined) {
    verdict.invalid(path, named(action), 'requires the backoffLimitPerIndex to be set', {
      suggestion: 'set spec.backoffLimitPerIndex',
    });
  }
}

const validValues = (values: readonly string[]) => `valid values: [${values.map(quote).join(' ')}]`;

/** validatePodFailurePolicyRuleOnPodConditions, 1.36. */
function judgeConditions(
  patterns: readonly PodFailurePolicyOnPodConditionsPattern[],
  path: FieldPath,
  verdict: Verdict,
): void {
  if (patterns.length > MOST_PATTERNS) verdict.tooMany(path, patterns.length, MOST_PATTERNS);
  patterns.forEach(({ type = '', status }, index) => {
    const place = path.index(index);
    verdict.invalidEach(place.field('type'), type, qualifiedName(type, verdict.minor));
    if (!status) verdict.required(place.field('status'), validValues(STATUSES));
    else if (!STATUSES.includes(status)) verdict.notSupported(place.field('status'), named(status), STATUSES);
  });
}

/** validatePodFailurePolicyRuleOnExitCodes, 1.36. */
function judgeExitCodes(
  requirement: PodFailurePolicyOnExitCodesRequirement,
  containers: ReadonlySet<string>,
  path: FieldPath,
  verdict: Verdict,
): void {
  const { operator, containerName, values } = requirement;
  if (!operator) {
    verdict.required(path.field('operator'), validValues(OPERATORS));
  } else if (!OPERATORS.includes(operator)) {
    verdict.notSupported(path.field('operator'), named(operator), OPERATORS);
  }
  if (containerName !== undefined && !containers.has(containerName)) {
    verdict.invalid(
      path.field('containerName'),
      containerName,
      'must be one of the container or initContainer names in the pod template',
      {
        suggestion: `use one of ${[...containers].join(', ')}`,
      },
    );
  }
  judgeCodes(values, operator, path.field('values'), verdict);
}

function judgeCodes(
  codes: readonly number[] | undefined,
  operator: string | undefined,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (!codes?.length) {
    return verdict.invalid(path, list(codes, 'int32'), 'at least one value is required', {
      suggestion: 'list the exit codes',
    });
  }
  if (codes.length > MOST_CODES) verdict.tooMany(path, codes.length, MOST_CODES);
  const seen = new Set<number>();
  codes.forEach((code, index) => {
    if (operator === 'In' && code === 0) {
      verdict.invalid(path.index(index), code, 'must not be 0 for the In operator', {
        suggestion: 'remove it: exit code 0 is not a failure',
      });
    }
    if (seen.has(code)) verdict.duplicate(path.index(index), code);
    seen.add(code);
  });
  if (codes.some((code, index) => code < codes[index - 1])) {
    verdict.invalid(path, list(codes, 'int32'), 'must be ordered', {
      suggestion: `use ${JSON.stringify([...codes].sort((a, b) => a - b))}`,
    });
  }
}
