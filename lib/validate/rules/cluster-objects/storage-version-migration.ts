import { dns1035Label, dnsSubdomain } from '../../../apimachinery/dns';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { GroupResource } from '../../schema/types';

/** ValidateStorageVersionMigration, pkg/apis/storagemigration/validation 1.37. */
export const MIGRATED_RESOURCE = defineRule<Rule<GroupResource>>({
  id: 'migrated-resource',
  stage: 'judge',
  mistake: 'a StorageVersionMigration without a resource, or with a malformed resource or group',
  suggestion:
    "set `resource` to the plural of a kind, such as `deployments`, and `group` to the kind's group",
  judge({ group = '', resource = '' }, at) {
    if (!resource) at.field('resource').required('resource is required to be set');
    else judgeAll(dns1035Label(resource), resource, at.field('resource'));
    if (group) judgeAll(dnsSubdomain(group), group, at.field('group'));
  },
});

/** One cause names all that is wrong with a value. */
function judgeAll(messages: readonly string[], value: string, at: Field): void {
  if (messages.length) at.invalid(value, messages.join(','));
}
