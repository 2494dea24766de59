import { among } from '../../among';
import { NODE_OPERATORS } from '../labels';
import type { Field } from '../../field';
import { goString } from '../../../go/format';
import type {
  NodeAffinity,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
} from '../../schema/types';
import { dnsSubdomain } from '../../../apimachinery/dns';
import { labelValue, qualifiedName } from '../../../apimachinery/labels';

/** Labels and names of nodes: validateNodeAffinity, 1.36. */
export function judgeNodeAffinity(affinity: NodeAffinity, at: Field): void {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = affinity;
  if (required) {
    judgeNodeSelector(required, at.field('requiredDuringSchedulingIgnoredDuringExecution'));
  }
  preferred.forEach(({ weight = 0, preference = {} }, index) => {
    const place = at.field('preferredDuringSchedulingIgnoredDuringExecution').index(index);
    judgeWeight(weight, place.field('weight'));
    judgeTerm(preference, false, place.field('preference'));
  });
}

/** Of a preferred term. */
export function judgeWeight(weight: number, at: Field): void {
  if (weight <= 0 || weight > 100) {
    at.invalid(weight, 'must be in the range 1-100', { suggestion: 'use a weight from 1 to 100' });
  }
}

/** ValidateNodeSelector, 1.36. Values of required terms are judged from 1.33 on. */
function judgeNodeSelector({ nodeSelectorTerms: terms = [] }: NodeSelector, at: Field): void {
  const place = at.field('nodeSelectorTerms');
  if (!terms.length) {
    place.required('must have at least one node selector term', {
      suggestion: 'add a term with matchExpressions',
    });
  }
  terms.forEach((term, index) => judgeTerm(term, at.minor >= 33, place.index(index)));
}

/** ValidateNodeSelectorTerm, 1.36. */
function judgeTerm(
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  withValues: boolean,
  at: Field,
): void {
  matchExpressions.forEach((requirement, index) =>
    judgeLabel(requirement, withValues, at.field('matchExpressions').index(index)),
  );
  matchFields.forEach((requirement, index) => judgeField(requirement, at.field('matchFields').index(index)));
}

/** ValidateNodeSelectorRequirement, 1.36. */
function judgeLabel(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  withValues: boolean,
  at: Field,
): void {
  judgeOperator(operator, values.length, at);
  at.field('key').invalidEach(key, qualifiedName(key, at.minor));
  if (!withValues) return;
  values.forEach((value, index) =>
    at.field('values').index(index).invalidEach(value, labelValue(value, at.minor)),
  );
}

function judgeOperator(operator: string, values: number, at: Field): void {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (!values) {
        at.field('values').required("must be specified when `operator` is 'In' or 'NotIn'");
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values) {
        at.field('values').forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'", {
          suggestion: 'remove values, or set operator to In or NotIn',
        });
      }
      break;
    case 'Gt':
    case 'Lt':
      if (values !== 1) {
        at.field('values').required("must be specified single value when `operator` is 'Lt' or 'Gt'", {
          suggestion: 'specify one value',
        });
      }
      break;
    default:
      at.field('operator').invalid(
        goString(operator),
        'not a valid selector operator',
        among(operator, NODE_OPERATORS),
      );
  }
}

/** ValidateNodeFieldSelectorRequirement, 1.36: the node's name is the only field. */
function judgeField({ key = '', operator = '', values = [] }: NodeSelectorRequirement, at: Field): void {
  if (operator !== 'In' && operator !== 'NotIn') {
    at.field('operator').invalid(
      goString(operator),
      'not a valid selector operator',
      among(operator, ['In', 'NotIn']),
    );
  } else if (values.length !== 1) {
    at.field('values').required(
      "must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
      { suggestion: 'specify one value' },
    );
  }
  if (key !== 'metadata.name') {
    return at.field('key').invalid(key, 'not a valid field selector key', {
      suggestion: 'use metadata.name',
    });
  }
  values.forEach((value, index) => at.field('values').index(index).invalidEach(value, dnsSubdomain(value)));
}
