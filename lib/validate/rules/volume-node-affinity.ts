import { among } from '../among';
import { NODE_OPERATORS } from './labels';
import type { Field } from '../field';
import type { NodeSelector, NodeSelectorRequirement, VolumeNodeAffinity } from '../schema/types';
import { named } from '../../go/value';
import { dnsSubdomain } from '../../apimachinery/dns';
import { labelValue, qualifiedName } from '../../apimachinery/labels';

/** Values of labels are judged since this minor. */
const VALUES_MINOR = 33;

/** validateVolumeNodeAffinity, 1.36. */
export function judgeVolumeNodeAffinity({ required }: VolumeNodeAffinity, at: Field): void {
  if (required) judgeNodeSelector(required, at.field('required'));
  else at.field('required').required('must specify required node constraints');
}

/** ValidateNodeSelector, 1.36. */
export function judgeNodeSelector({ nodeSelectorTerms: terms = [] }: NodeSelector, at: Field): void {
  const place = at.field('nodeSelectorTerms');
  if (!terms.length) place.required('must have at least one node selector term');
  terms.forEach(({ matchExpressions, matchFields }, index) => {
    matchExpressions?.forEach((requirement, at) =>
      judgeExpression(requirement, place.index(index).field('matchExpressions').index(at)),
    );
    matchFields?.forEach((requirement, at) =>
      judgeField(requirement, place.index(index).field('matchFields').index(at)),
    );
  });
}

/** ValidateNodeSelectorRequirement, 1.36. */
function judgeExpression({ key = '', operator = '', values = [] }: NodeSelectorRequirement, at: Field): void {
  judgeCount(operator, values.length, at);
  at.field('key').invalidEach(key, qualifiedName(key, at.minor));
  if (at.minor < VALUES_MINOR) return;
  values.forEach((value, index) =>
    at.field('values').index(index).invalidEach(value, labelValue(value, at.minor)),
  );
}

function judgeCount(operator: string, count: number, at: Field): void {
  const values = at.field('values');
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (!count) values.required("must be specified when `operator` is 'In' or 'NotIn'");
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (count) {
        values.forbidden("may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
      }
      break;
    case 'Gt':
    case 'Lt':
      if (count !== 1) {
        values.required("must be specified single value when `operator` is 'Lt' or 'Gt'", {
          suggestion: 'specify one value',
        });
      }
      break;
    default:
      at.field('operator').invalid(
        named(operator),
        'not a valid selector operator',
        among(operator, NODE_OPERATORS),
      );
  }
}

/** ValidateNodeFieldSelectorRequirement, 1.36. */
function judgeField({ key = '', operator = '', values = [] }: NodeSelectorRequirement, at: Field): void {
  if (operator !== 'In' && operator !== 'NotIn') {
    at.field('operator').invalid(
      named(operator),
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
