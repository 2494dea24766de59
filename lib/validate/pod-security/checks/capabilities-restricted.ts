import type { Check } from '../check';
import { isWindows } from '../pod-subject';
import { listed, named, quoted } from '../wording';
import { CAPABILITIES_BASELINE } from './capabilities-baseline';
import { defineRule } from '../../rule';

/**
 * All capabilities dropped, and none but NET_BIND_SERVICE added: policy/check_capabilities_restricted.go,
 * 1.36.
 */
export const CAPABILITIES_RESTRICTED = defineRule<Check>({
  id: 'pod-security-capabilities-restricted',
  stage: 'pod-security',
  mistake:
    'restricted: not all capabilities are dropped, or capabilities other than `NET_BIND_SERVICE` are added',
  suggestion: 'set `drop: [ALL]`, and add at most NET_BIND_SERVICE',
  since: 22,
  overrides: CAPABILITIES_BASELINE,
  judge(pod, version) {
    if (version >= 25 && isWindows(pod)) return undefined;
    const keeping = pod.containers.filter(
      ({ container }) => !container.securityContext?.capabilities?.drop?.includes('ALL'),
    );
    const adding = pod.containers.filter(({ container }) =>
      container.securityContext?.capabilities?.add?.some(isExtra),
    );
    if (!keeping.length && !adding.length) return undefined;
    const extra = listed(
      adding.flatMap(({ container }) => container.securityContext!.capabilities!.add!.filter(isExtra)),
    );
    const [first, field] = keeping.length ? [keeping[0], 'drop'] : [adding[0], 'add'];
    return {
      reason: 'unrestricted capabilities',
      detail: [
        keeping.length ? `${named(keeping)} must set securityContext.capabilities.drop=["ALL"]` : '',
        adding.length
          ? `${named(adding)} must not include ${quoted(extra)} in securityContext.capabilities.add`
          : '',
      ]
        .filter(Boolean)
        .join('; '),
      path: first.path.field('securityContext', 'capabilities', field),
      suggestion: [
        keeping.length ? 'set drop: [ALL]' : '',
        adding.length ? `remove ${extra.join(', ')} from add` : '',
      ]
        .filter(Boolean)
        .join(', and '),
    };
  },
});

const isExtra = (capability: string) => capability !== 'NET_BIND_SERVICE';
