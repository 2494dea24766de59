import { qualifiedName } from '../../../apimachinery/labels';
import { byteLength } from '../../../apimachinery/messages';
import { trimSpace } from '../../../go/space';
import { listOf, named, struct } from '../../../go/value';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { AuditAnnotation } from '../../schema/types';

/** maxAuditAnnotations and maxAuditAnnotationValueExpressionLength. */
const MOST = 20;
const LONGEST = 5 * 1024;

export interface AuditAnnotations {
  /** Name of the policy; empty if it has none. */
  readonly policy: string;
  readonly annotations: readonly AuditAnnotation[];
}

/** validateAuditAnnotation, pkg/apis/admissionregistration/validation 1.36, without compiling. */
export const AUDIT_ANNOTATIONS = defineRule<Rule<AuditAnnotations>>({
  id: 'admission-audit-annotations',
  stage: 'judge',
  mistake:
    'an audit annotation of a policy without a value, with a malformed key or that of another, or too many',
  suggestion: 'give each annotation its own key, and a value expression of at most 5 KiB',
  judge({ policy, annotations }, at) {
    if (annotations.length > MOST) {
      at.invalid(shown(annotations), `must not have more than ${MOST} auditAnnotations`, {
        suggestion: `keep at most ${MOST}`,
      });
    }
    const keys = new Set<string>();
    annotations.forEach(({ key = '', valueExpression = '' }, index) => {
      const place = at.index(index);
      judgeKey(key, policy, place.field('key'));
      judgeValue(trimSpace(valueExpression), place.field('valueExpression'));
      if (keys.has(key)) place.field('key').duplicate(key);
      keys.add(key);
    });
  },
});

/** The server shows the key as the audit log will have it. */
function judgeKey(key: string, policy: string, at: Field): void {
  if (!policy) {
    return at.invalid(key, 'requires metadata.name be non-empty', { suggestion: 'set metadata.name' });
  }
  const whole = `${policy}/${key}`;
  at.invalidEach(whole, qualifiedName(whole, at.minor));
}

function judgeValue(trimmed: string, at: Field): void {
  if (!trimmed) {
    at.required('valueExpression is not specified');
  } else if (byteLength(trimmed) > LONGEST) {
    at.required(`must not exceed ${LONGEST} bytes in length`, { suggestion: 'shorten the expression' });
  } else {
    at.notCompiled();
  }
}

const shown = (annotations: readonly AuditAnnotation[]) =>
  listOf(
    annotations.map(({ key, valueExpression }) =>
      struct('admissionregistration.AuditAnnotation', {
        Key: named(key),
        ValueExpression: named(valueExpression),
      }),
    ),
    'admissionregistration.AuditAnnotation',
  );
