import type { Field } from '../../field';
import type { TypedLocalObjectReference } from '../../schema/types';
import { dnsSubdomain } from '../../../apimachinery/dns';
import { PATH_SEGMENT_NAME } from '../names';
import { judgeReference } from '../renaming';

/** validateIngressTypedLocalObjectReference, pkg/apis/networking/validation 1.36. */
export function judgeTypedReference(
  { apiGroup, kind, name }: Pick<TypedLocalObjectReference, 'apiGroup' | 'kind' | 'name'>,
  at: Field,
): void {
  if (apiGroup !== undefined) judgeGroup(apiGroup, at.field('apiGroup'));
  if (kind) judgeKind(kind, at.field('kind'));
  else judgeMissing('kind', at);
  if (name) judgeReference(name, PATH_SEGMENT_NAME, at.field('name'));
  else judgeMissing('name', at);
}

/** Whoever writes an API version means its group. */
function judgeGroup(apiGroup: string, at: Field): void {
  const messages = dnsSubdomain(apiGroup);
  if (!messages.length) return;
  const [meant] = apiGroup.split('/');
  const hint = dnsSubdomain(meant).length
    ? { suggestion: 'use an API group without its version, such as "k8s.example.com"' }
    : { suggestion: `did you mean "${meant}"?`, meant };
  at.invalidEach(apiGroup, messages, hint);
}

const judgeKind = (kind: string, at: Field) =>
  at.invalidEach(kind, PATH_SEGMENT_NAME(kind), {
    suggestion: 'use the kind alone, such as "StorageBucket"',
  });

const judgeMissing = (field: 'kind' | 'name', at: Field) =>
  at.field(field).required(at.minor >= 34 ? '' : `${field} is required`);
