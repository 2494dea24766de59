import { defineRule, type Rule } from '../rule';
import type { HostAlias, LocalObjectReference } from '../schema/types';
import { quote } from '../../go/format';
import { VALUE } from '../verdict';
import { warnAt } from './warn-at';

/** One address twice: warningsForPodSpecAndMeta, pkg/api/pod 1.30 to 1.36. */
export const HOST_ALIASES = defineRule<Rule<readonly HostAlias[]>>({
  id: 'host-alias-unique',
  stage: 'warn',
  mistake: 'two host aliases with the same IP address',
  suggestion: 'merge their hostnames',
  judge(aliases, path, verdict) {
    const seen = new Set<string>();
    aliases.forEach(({ ip = '' }, index) => {
      if (seen.has(ip)) {
        warnAt(path.index(index).child('ip'), `duplicate ip ${quote(ip)}`, verdict, 'merge their hostnames', {
          repeats: VALUE,
        });
      }
      seen.add(ip);
    });
  },
});

/** One Secret twice, then Secrets without a name: warningsForPodSpecAndMeta, pkg/api/pod 1.30 to 1.36. */
export const PULL_SECRETS = defineRule<Rule<readonly LocalObjectReference[]>>({
  id: 'pull-secret-unique',
  stage: 'warn',
  mistake: 'an image pull Secret without a name, or a duplicate',
  suggestion: 'list each Secret once',
  judge(secrets, path, verdict) {
    const seen = new Set<string>();
    secrets.forEach(({ name = '' }, index) => {
      if (seen.has(name)) {
        warnAt(
          path.index(index).child('name'),
          `duplicate name ${quote(name)}`,
          verdict,
          'remove one of them',
          { repeats: VALUE },
        );
      }
      seen.add(name);
    });
    secrets.forEach(({ name = '' }, index) => {
      if (!name) {
        warnAt(
          path.index(index).child('name'),
          'invalid empty name ""',
          verdict,
          'set the name of the Secret, or remove the item',
        );
      }
    });
  },
});
