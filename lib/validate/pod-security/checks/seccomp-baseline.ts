import { quote } from '../../../go/format';
import type { Check, Violation } from '../check';
import type { PodSubject } from '../pod-subject';
import { plural } from '../wording';
import { unconfined } from './seccomp-profile';
import { defineRule } from '../../rule';

const POD = 'seccomp.security.alpha.kubernetes.io/pod';
const CONTAINER = 'container.seccomp.security.alpha.kubernetes.io/';

/**
 * No seccomp profile switched off: policy/check_seccompProfile_baseline.go, 1.36. Before 1.19, annotations
 * gave it.
 */
export const SECCOMP_BASELINE = defineRule<Check>({
  id: 'pod-security-seccomp-baseline',
  stage: 'pod-security',
  mistake: 'baseline: seccomp profile `Unconfined`',
  suggestion: 'use RuntimeDefault or Localhost',
  since: 0,
  judge: (pod, version) => (version >= 19 ? unconfined(pod) : badAnnotations(pod)),
});

function badAnnotations({
  metadata: { annotations = {} },
  containers,
  path,
}: PodSubject): Violation | undefined {
  const keys = new Set([POD, ...containers.map(({ name }) => CONTAINER + name)]);
  const bad = [...keys].filter((key) => Object.hasOwn(annotations, key) && !isAllowed(annotations[key]));
  return bad.length
    ? {
        reason: 'seccompProfile',
        detail: `forbidden ${plural('annotation', bad.length)} ${bad
          .map((key) => `${key}=${quote(annotations[key])}`)
          .sort()
          .join(', ')}`,
        path: path.field('metadata', 'annotations').key(bad[0]),
        suggestion: 'remove the annotation, and set securityContext.seccompProfile',
      }
    : undefined;
}

const isAllowed = (value: string) =>
  value === 'runtime/default' || value === 'docker/default' || value.startsWith('localhost/');
