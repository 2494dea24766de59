import { goString } from '../../../go/format';
import type { FieldPath } from '../../path';
import type {
  NodeAffinity,
  NodeSelector,
  NodeSelectorRequirement,
  NodeSelectorTerm,
} from '../../schema/types';
import type { Verdict } from '../../verdict';
import { dnsSubdomain } from '../../../apimachinery/dns';
import { labelValue, qualifiedName } from '../../../apimachinery/labels';

/** Labels and names of nodes: validateNodeAffinity, 1.36. */
export function judgeNodeAffinity(affinity: NodeAffinity, path: FieldPath, verdict: Verdict): void {
  const {
    requiredDuringSchedulingIgnoredDuringExecution: required,
    preferredDuringSchedulingIgnoredDuringExecution: preferred = [],
  } = affinity;
  if (required) {
    judgeNodeSelector(required, path.field('requiredDuringSchedulingIgnoredDuringExecution'), verdict);
  }
  preferred.forEach(({ weight = 0, preference = {} }, index) => {
    const place = path.field('preferredDuringSchedulingIgnoredDuringExecution').index(index);
    judgeWeight(weight, place.field('weight'), verdict);
    judgeTerm(preference, false, place.field('preference'), verdict);
  });
}

/** Of a preferred term. */
export function judgeWeight(weight: number, path: FieldPath, verdict: Verdict): void {
  if (weight <= 0 || weight > 100) {
    verdict.invalid(path, weight, 'must be in the range 1-100', { suggestion: 'use a weight from 1 to 100' });
  }
}

/** ValidateNodeSelector, 1.36. Values of required terms are judged from 1.33 on. */
function judgeNodeSelector(
  { nodeSelectorTerms: terms = [] }: NodeSelector,
  path: FieldPath,
  verdict: Verdict,
): void {
  const place = path.field('nodeSelectorTerms');
  if (!terms.length) {
    verdict.required(place, 'must have at least one node selector term', {
      suggestion: 'add a term with matchExpressions',
    });
  }
  terms.forEach((term, index) => judgeTerm(term, verdict.minor >= 33, place.index(index), verdict));
}

/** ValidateNodeSelectorTerm, 1.36. */
function judgeTerm(
  { matchExpressions = [], matchFields = [] }: NodeSelectorTerm,
  withValues: boolean,
  path: FieldPath,
  verdict: Verdict,
): void {
  matchExpressions.forEach((requirement, index) =>
    judgeLabel(requirement, withValues, path.field('matchExpressions').index(index), verdict),
  );
  matchFields.forEach((requirement, index) =>
    judgeField(requirement, path.field('matchFields').index(index), verdict),
  );
}

/** ValidateNodeSelectorRequirement, 1.36. */
function judgeLabel(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  withValues: boolean,
  path: FieldPath,
  verdict: Verdict,
): void {
  judgeOperator(operator, values.length, path, verdict);
  verdict.invalidEach(path.field('key'), key, qualifiedName(key, verdict.minor));
  if (!withValues) return;
  values.forEach((value, index) =>
    verdict.invalidEach(path.field('values').index(index), value, labelValue(value, verdict.minor)),
  );
}

function judgeOperator(operator: string, values: number, path: FieldPath, verdict: Verdict): void {
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (!values) {
        verdict.required(path.field('values'), "must be specified when `operator` is 'In' or 'NotIn'");
      }
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (values) {
        verdict.forbidden(
          path.field('values'),
          "may not be specified when `operator` is 'Exists' or 'DoesNotExist'",
          { suggestion: 'remove values' },
        );
      }
      break;
    case 'Gt':
    case 'Lt':
      if (values !== 1) {
        verdict.required(
          path.field('values'),
          "must be specified single value when `operator` is 'Lt' or 'Gt'",
          { suggestion: 'specify one value' },
        );
      }
      break;
    default:
      verdict.invalid(path.field('operator'), goString(operator), 'not a valid selector operator', {
        suggestion: 'use In, NotIn, Exists, DoesNotExist, Gt or Lt',
      });
  }
}

/** ValidateNodeFieldSelectorRequirement, 1.36: the node's name is the only field. */
function judgeField(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (operator !== 'In' && operator !== 'NotIn') {
    verdict.invalid(path.field('operator'), goString(operator), 'not a valid selector operator', {
      suggestion: 'use In or NotIn',
    });
  } else if (values.length !== 1) {
    verdict.required(
      path.field('values'),
      "must be only one value when `operator` is 'In' or 'NotIn' for node field selector",
      { suggestion: 'specify one value' },
    );
  }
  if (key !== 'metadata.name') {
    return verdict.invalid(path.field('key'), key, 'not a valid field selector key', {
      suggestion: 'use metadata.name',
    });
  }
  values.forEach((value, index) =>
    verdict.invalidEach(path.field('values').index(index), value, dnsSubdomain(value)),
  );
}
