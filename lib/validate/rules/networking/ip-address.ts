import { dnsSubdomain } from '../../../apimachinery/dns';
import { defineRule, type Rule } from '../../rule';
import type { ParentReference } from '../../schema/types';
import { PATH_SEGMENT_NAME } from '../names';
import { judgeReference } from '../renaming';

/** validateIPAddressParentReference, pkg/apis/networking/validation 1.36. */
export const PARENT_REFERENCE = defineRule<Rule<ParentReference | undefined>>({
  id: 'ip-address-parent',
  stage: 'judge',
  mistake: 'an IPAddress that does not say which object has the address, or with a malformed reference to it',
  suggestion: 'set `parentRef` to the resource and name of the object',
  judge(parent, at) {
    if (!parent) return at.required('', { suggestion: 'name the object that the address is allocated to' });
    const { group, namespace } = parent;
    if (group) judgeReference(group, dnsSubdomain, at.field('group'));
    for (const field of ['resource', 'name'] as const) {
      const place = at.field(field);
      if (parent[field]) {
        judgeReference(parent[field], PATH_SEGMENT_NAME, place);
      } else {
        place.required('', {
          suggestion: field === 'name' ? 'name the object' : 'use services for a Service',
        });
      }
    }
    if (namespace) judgeReference(namespace, PATH_SEGMENT_NAME, at.field('namespace'));
  },
});
