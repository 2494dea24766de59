import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { PodSpec } from '../../schema/types';

/**
 * What only a new Pod may not have: ValidatePodCreate and what validatePodMetadataAndSpec asks of Pods alone,
 * 1.36.
 */
export const POD_CREATE = defineRule<Rule<PodSpec>>({
  id: 'pod-create',
  stage: 'judge',
  mistake: 'a field that cannot be set on creation of a Pod',
  suggestion: 'remove the field',
  judge(spec, at) {
    if (spec.ephemeralContainers?.length) {
      at.field('ephemeralContainers').forbidden('cannot be set on create', {
        suggestion: 'remove them: ephemeral containers can only be added to running Pods (kubectl debug)',
      });
    }
    if (spec.nodeName && spec.schedulingGates?.length) {
      at.field('nodeName').forbidden('cannot be set until all schedulingGates have been cleared');
    }
    if (at.cluster.serviceAccountAdmission === false && !spec.serviceAccountName && !spec.serviceAccount) {
      judgeTokens(spec, at.field('volumes'));
    }
  },
});

/** A token is one of a service account: validatePodMetadataAndSpec, 1.36. */
function judgeTokens({ volumes = [] }: PodSpec, at: Field): void {
  volumes.forEach(({ projected }, volume) =>
    projected?.sources?.forEach(({ serviceAccountToken }, source) => {
      if (!serviceAccountToken) return;
      const place = at.index(volume).field('projected', 'sources').index(source).field('serviceAccountToken');
      place.forbidden('must not be specified when serviceAccountName is not set', {
        suggestion: 'set serviceAccountName',
      });
    }),
  );
}
