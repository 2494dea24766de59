import { defineRule, type Rule } from '../../rule';
import type { DeviceRequest } from '../../schema/types';

export interface AdminSubject {
  readonly requests: readonly DeviceRequest[];
  readonly namespace?: string;
}

const LABEL = 'resource.kubernetes.io/admin-access: true';

/**
 * AuthorizedForAdmin, pkg/registry/resource 1.36: the first request is named that asks for it, under another
 * path than its own. It is for the cluster to say which namespaces have the label.
 */
export const ADMIN_ACCESS = defineRule<Rule<AdminSubject>>({
  id: 'device-admin-access',
  stage: 'judge',
  mistake: 'a request with `adminAccess` in a namespace that does not allow it',
  suggestion: 'label the namespace with `resource.kubernetes.io/admin-access: "true"`',
  judge({ requests, namespace = '' }, at) {
    const { adminNamespaces } = at.cluster;
    if (!adminNamespaces || adminNamespaces.includes(namespace || 'default')) return;
    const index = requests.findIndex(({ exactly }) => exactly?.adminAccess);
    if (index < 0) return;
    const place = at.index(index).field('exactly', 'adminAccess');
    at.root()
      .field('spec', 'devices', 'requests')
      .index(index)
      .field('adminAccess')
      .shownAt(place)
      .forbidden(`admin access to devices requires the \`${LABEL}\` label on the containing namespace`, {
        suggestion: `label the namespace with ${LABEL}, or remove adminAccess`,
      });
  },
});
