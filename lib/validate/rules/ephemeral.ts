import type { Field } from '../field';
import type { EphemeralContainer, PodSpec } from '../schema/types';
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
  judge: ({ container }, at) => IMAGE_SPACE.judge(container, at),
};

/** What is judged of ephemeral containers besides: validateEphemeralContainers, 1.36. */
export const EPHEMERAL = defineRule<ContainerRule>({
  id: 'ephemeral-container',
  stage: 'judge',
  mistake: 'an ephemeral container with fields that are not allowed, or a target that does not exist',
  suggestion: 'remove the field, or use the name of a container of the Pod',
  judge({ container, pod: { spec } }, at) {
    const { targetContainerName: target } = container as EphemeralContainer;
    if (target && !hasContainer(spec, target)) {
      at.field('targetContainerName').notFound(target, {
        suggestion: 'use the name of a container or init container of the Pod',
      });
    }
    judgeFields(container, at);
    container.volumeMounts?.forEach((mount, index) => {
      for (const field of ['subPath', 'subPathExpr'] as const) {
        if (mount[field]) at.field('volumeMounts').index(index).field(field).forbidden(TEXT);
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
function judgeFields(container: EphemeralContainer, at: Field): void {
  for (const field of NOT_ALLOWED) {
    const value = container[field];
    const absent =
      value === undefined ||
      (field === 'resources' && Object.values(value).every((part) => part === undefined));
    if (!absent) at.field(field).forbidden(TEXT);
  }
}
