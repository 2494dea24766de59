import type { FieldPath } from '../path';
import type { EphemeralContainer, PodSpec } from '../schema/types';
import type { Verdict } from '../verdict';
import { IMAGE_SPACE } from './container';
import type { ContainerRule } from './container-subject';
import { defineRule } from '../rule';

const TEXT = 'cannot be set for an Ephemeral Container';

/** What ephemeral containers may not have, in the order of Go's struct. */
const NOT_ALLOWED = [
  'ports',
  'resources',
  'resizePolicy',
  'restartPolicy',
  'restartPolicyRules',
  'livenessProbe',
  'readinessProbe',
  'startupProbe',
  'lifecycle',
] as const;

/** Their images are judged as those of Pods, in templates, too. */
export const EPHEMERAL_IMAGE: ContainerRule = {
  id: IMAGE_SPACE.id,
  judge: ({ container }, path, verdict) => IMAGE_SPACE.judge(container, path, verdict),
};

/** What is judged of ephemeral containers besides: validateEphemeralContainers, 1.36. */
export const EPHEMERAL = defineRule<ContainerRule>({
  id: 'ephemeral-container',
  stage: 'judge',
  mistake: 'an ephemeral container with fields that are not allowed, or a target that does not exist',
  suggestion: 'remove the field, or use the name of a container of the Pod',
  judge({ container, pod: { spec } }, path, verdict) {
    const { targetContainerName: target } = container as EphemeralContainer;
    if (target && !hasContainer(spec, target)) {
      verdict.notFound(path.field('targetContainerName'), target, {
        suggestion: 'use the name of a container or init container of the Pod',
      });
    }
    judgeFields(container, path, verdict);
    container.volumeMounts?.forEach((mount, index) => {
      for (const field of ['subPath', 'subPathExpr'] as const) {
        if (mount[field]) verdict.forbidden(path.field('volumeMounts').index(index).field(field), TEXT);
      }
    });
  },
});

function hasContainer({ containers = [], initContainers = [] }: PodSpec, name: string): boolean {
  return (
    containers.some((container) => container.name === name) ||
    initContainers.some((container) => container.name === name)
  );
}

/** validateFieldAllowList, 1.36: even an empty list is one too many. */
function judgeFields(container: EphemeralContainer, path: FieldPath, verdict: Verdict): void {
  for (const field of NOT_ALLOWED) {
    const value = container[field];
    const absent =
      value === undefined ||
      (field === 'resources' && Object.values(value).every((part) => part === undefined));
    if (!absent) verdict.forbidden(path.field(field), TEXT);
  }
}
