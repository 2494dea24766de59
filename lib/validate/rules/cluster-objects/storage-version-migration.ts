import { dns1035Label, dnsSubdomain } from '../../../apimachinery/dns';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { GroupResource } from '../../schema/types';
import type { NameFormat } from '../names';
import { plainName, probably } from '../renaming';

/** ValidateStorageVersionMigration, pkg/apis/storagemigration/validation 1.37. */
export const MIGRATED_RESOURCE = defineRule<Rule<GroupResource>>({
  id: 'migrated-resource',
  stage: 'judge',
  mistake: 'a StorageVersionMigration without a resource, or with a malformed resource or group',
  suggestion:
    "set `resource` to the plural of a kind, such as `deployments`, and `group` to the kind's group",
  judge({ group = '', resource = '' }, at) {
    const place = at.field('resource');
    // A name such as deployments.apps names the group, too.
    if (resource) judgePart(resource, dns1035Label, resource.split('.')[0], place);
    else place.required('resource is required to be set');
    if (group) judgePart(group, dnsSubdomain, group, at.field('group'));
  },
});

/** One cause names all that is wrong with a part. */
function judgePart(value: string, format: NameFormat, likely: string, at: Field): void {
  const messages = format(value);
  if (messages.length) at.invalid(value, messages.join(','), probably(plainName(likely, format)));
}
