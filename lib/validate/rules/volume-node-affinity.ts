import type { FieldPath } from '../path';
import type { NodeSelector, NodeSelectorRequirement, VolumeNodeAffinity } from '../schema/types';
import type { Verdict } from '../verdict';
import { named } from '../../go/value';
import { dnsSubdomain } from '../../apimachinery/dns';
import { labelValue, qualifiedName } from '../../apimachinery/labels';

/** Values of labels are judged since this minor. */
const VALUES_MINOR = 33;

/** validateVolumeNodeAffinity, 1.36. */
export function judgeVolumeNodeAffinity(
  { required }: VolumeNodeAffinity,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (required) judgeNodeSelector(required, path.field('required'), verdict);
  else verdict.required(path.field('required'), 'must specify required node constraints');
}

/** ValidateNodeSelector, 1.36. */
function judgeNodeSelector(
  { nodeSelectorTerms: terms = [] }: NodeSelector,
  path: FieldPath,
  verdict: Verdict,
): void {
  const place = path.field('nodeSelectorTerms');
  if (!terms.length) verdict.required(place, 'must have at least one node selector term');
  terms.forEach(({ matchExpressions, matchFields }, index) => {
    matchExpressions?.forEach((requirement, at) =>
      judgeExpression(requirement, place.index(index).field('matchExpressions').index(at), verdict),
    );
    matchFields?.forEach((requirement, at) =>
      judgeField(requirement, place.index(index).field('matchFields').index(at), verdict),
    );
  });
}

/** ValidateNodeSelectorRequirement, 1.36. */
function judgeExpression(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  path: FieldPath,
  verdict: Verdict,
): void {
  judgeCount(operator, values.length, path, verdict);
  verdict.invalidEach(path.field('key'), key, qualifiedName(key, verdict.minor));
  if (verdict.minor < VALUES_MINOR) return;
  values.forEach((value, index) =>
    verdict.invalidEach(path.field('values').index(index), value, labelValue(value, verdict.minor)),
  );
}

function judgeCount(operator: string, count: number, path: FieldPath, verdict: Verdict): void {
  const values = path.field('values');
  switch (operator) {
    case 'In':
    case 'NotIn':
      if (!count) verdict.required(values, "must be specified when `operator` is 'In' or 'NotIn'");
      break;
    case 'Exists':
    case 'DoesNotExist':
      if (count) {
        verdict.forbidden(values, "may not be specified when `operator` is 'Exists' or 'DoesNotExist'");
      }
      break;
    case 'Gt':
    case 'Lt':
      if (count !== 1) {
        verdict.required(values, "must be specified single value when `operator` is 'Lt' or 'Gt'", {
          suggestion: 'specify one value',
        });
      }
      break;
    default:
      verdict.invalid(path.field('operator'), named(operator), 'not a valid selector operator', {
        suggestion: 'use In, NotIn, Exists, DoesNotExist, Gt or Lt',
      });
  }
}

/** ValidateNodeFieldSelectorRequirement, 1.36. */
function judgeField(
  { key = '', operator = '', values = [] }: NodeSelectorRequirement,
  path: FieldPath,
  verdict: Verdict,
): void {
  if (operator !== 'In' && operator !== 'NotIn') {
    verdict.invalid(path.field('operator'), named(operator), 'not a valid selector operator', {
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
