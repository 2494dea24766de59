import type { Check } from '../check';
import { named } from '../wording';
import { defineRule } from '../../rule';

/** Containers that may do all that root on the node may: policy/check_privileged.go, 1.36. */
export const PRIVILEGED = defineRule<Check>({
  id: 'pod-security-privileged',
  stage: 'pod-security',
  mistake: 'baseline: a privileged container',
  suggestion: 'remove `privileged` and add the capabilities that are needed',
  since: 0,
  judge({ containers }) {
    const bad = containers.filter(({ container }) => container.securityContext?.privileged);
    return bad.length
      ? {
          reason: 'privileged',
          detail: `${named(bad)} must not set securityContext.privileged=true`,
          path: bad[0].path.field('securityContext', 'privileged'),
          suggestion: 'remove privileged and add the capabilities that are needed',
        }
      : undefined;
  },
});
