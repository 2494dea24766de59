import { defineRule, type Rule } from '../rule';
import type { HostAlias, LocalObjectReference } from '../schema/types';
import { quote } from '../../go/format';
import { VALUE } from '../field';
import { warnAt } from './warn-at';

/** One address twice: warningsForPodSpecAndMeta, pkg/api/pod 1.30 to 1.36. */
export const HOST_ALIASES = defineRule<Rule<readonly HostAlias[]>>({
  id: 'host-alias-unique',
  stage: 'warn',
  mistake: 'two host aliases with the same IP address',
  suggestion: 'merge their hostnames',
  judge(aliases, at) {
    const seen = new Set<string>();
    aliases.forEach(({ ip = '' }, index) => {
      if (seen.has(ip)) {
        warnAt(at.index(index).field('ip'), `duplicate ip ${quote(ip)}`, 'merge their hostnames', {
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
  judge(secrets, at) {
    const seen = new Set<string>();
    secrets.forEach(({ name = '' }, index) => {
      if (seen.has(name)) {
        warnAt(at.index(index).field('name'), `duplicate name ${quote(name)}`, 'remove one of them', {
          repeats: VALUE,
        });
      }
      seen.add(name);
    });
    secrets.forEach(({ name = '' }, index) => {
      if (!name) {
        warnAt(
          at.index(index).field('name'),
          'invalid empty name ""',
          'set the name of the Secret, or remove the item',
        );
      }
    });
  },
});
