import type { Check } from '../check';
import { plural, quoted } from '../wording';
import { defineRule } from '../../rule';

/** Folders of the node: policy/check_hostPathVolumes.go, 1.36. */
export const HOST_PATH_VOLUMES = defineRule<Check>({
  id: 'pod-security-host-path-volumes',
  stage: 'pod-security',
  mistake: 'baseline: a hostPath volume',
  suggestion: 'use emptyDir, or a volume that a storage class provides',
  since: 0,
  judge({ spec: { volumes = [] }, path }) {
    const bad = volumes.filter(({ hostPath }) => hostPath);
    return bad.length
      ? {
          reason: 'hostPath volumes',
          detail: `${plural('volume', bad.length)} ${quoted(bad.map(({ name = '' }) => name))}`,
          path: path.field('spec', 'volumes').index(volumes.indexOf(bad[0])).field('hostPath'),
          suggestion: 'use emptyDir, or a volume that a storage class provides',
        }
      : undefined;
  },
});
