import type { FieldPath } from '../../path';
import { defineRule, type Rule } from '../../rule';
import type { PodSpec } from '../../schema/types';
import type { Verdict } from '../../verdict';

/**
 * What only a new Pod may not have: ValidatePodCreate and what validatePodMetadataAndSpec asks of Pods alone,
 * 1.36.
 */
export const POD_CREATE = defineRule<Rule<PodSpec>>({
  id: 'pod-create',
  stage: 'judge',
  mistake: 'a field that cannot be set on creation of a Pod',
  suggestion: 'remove the field',
  judge(spec, path, verdict) {
    if (spec.ephemeralContainers?.length) {
      verdict.forbidden(path.field('ephemeralContainers'), 'cannot be set on create', {
        suggestion: 'remove them: ephemeral containers can only be added to running Pods (kubectl debug)',
      });
    }
    if (spec.nodeName && spec.schedulingGates?.length) {
      verdict.forbidden(path.field('nodeName'), 'cannot be set until all schedulingGates have been cleared');
    }
    if (
      verdict.cluster.serviceAccountAdmission === false &&
      !spec.serviceAccountName &&
      !spec.serviceAccount
    ) {
      judgeTokens(spec, path.field('volumes'), verdict);
    }
  },
});

/** A token is one of a service account: validatePodMetadataAndSpec, 1.36. */
function judgeTokens({ volumes = [] }: PodSpec, path: FieldPath, verdict: Verdict): void {
  volumes.forEach(({ projected }, volume) =>
    projected?.sources?.forEach(({ serviceAccountToken }, source) => {
      if (!serviceAccountToken) return;
      const place = path
        .index(volume)
        .field('projected', 'sources')
        .index(source)
        .field('serviceAccountToken');
      verdict.forbidden(place, 'must not be specified when serviceAccountName is not set', {
        suggestion: 'set serviceAccountName',
      });
    }),
  );
}
