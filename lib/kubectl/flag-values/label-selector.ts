import { quote } from '../../go/format';
import { KubectlError } from '../errors';
import { goList, goMap, struct } from '../../go/object';
import { parseRequirements, type Requirement } from '../../apimachinery/selector';

const OPERATORS: { readonly [operator: string]: string } = {
  in: 'In',
  notin: 'NotIn',
  exists: 'Exists',
  '!': 'DoesNotExist',
};

/** A label selector as an object has it (metav1.LabelSelector). */
export interface LabelSelector {
  readonly matchLabels?: { readonly [key: string]: string };
  readonly matchExpressions?: readonly LabelExpression[];
}

export interface LabelExpression {
  readonly key: string;
  readonly operator: string;
  readonly values?: readonly string[];
}

/**
 * A LabelSelector of the text of a selector (metav1.ParseToLabelSelector, 1.36).
 *
 * @throws KubectlError
 */
export function parseToLabelSelector(text: string, minor: number): LabelSelector {
  const requirements = requirementsOf(text, minor);
  for (const { operator } of requirements) {
    if (operator === 'gt' || operator === 'lt') {
      throw new KubectlError(`${quote(operator)} isn't supported in label selectors`);
    }
    if (operator === '!=') {
      throw new KubectlError(`${quote(operator)} is not a valid label selector operator`);
    }
  }
  const equal = requirements.filter(isEquality);
  const others = requirements.filter((requirement) => !isEquality(requirement));
  return struct({
    matchLabels: goMap(equal.map(({ key, values }) => [key, values[0]])),
    matchExpressions: goList(
      others.map(({ key, operator, values }) =>
        struct({ key, operator: OPERATORS[operator], values: goList(values) }),
      ),
    ),
  });
}

const isEquality = ({ operator }: Requirement) => operator === '=' || operator === '==';

function requirementsOf(text: string, minor: number): readonly Requirement[] {
  try {
    return parseRequirements(text, minor);
  } catch (error) {
    throw new KubectlError(`couldn't parse the selector string "${text}": ${(error as Error).message}`);
  }
}
