import type { Field } from '../field';
import { goString, goText } from '../../go/format';
import type { ContainerResizePolicy } from '../schema/types';
import type { ContainerRule } from './container-subject';
import { defineRule } from '../rule';

const RESOURCES = ['cpu', 'memory'];
const POLICIES = ['NotRequired', 'RestartContainer'];

export const CONTAINER_RESIZE_POLICY = defineRule({
  id: 'container-resize-policy',
  stage: 'judge',
  mistake:
    'a `resizePolicy` with an unknown or repeated resource, or with a policy that conflicts with the restart policy',
  suggestion: 'list `cpu` and `memory` at most once, with NotRequired or RestartContainer',
});

/**
 * What resizing a container's resources does to it: validateResizePolicy, 1.36. The server names the list,
 * not the item.
 */
export const RESIZE_POLICY: ContainerRule = {
  id: CONTAINER_RESIZE_POLICY.id,
  field: 'resizePolicy',
  judge({ container: { resizePolicy }, pod: { spec } }, at) {
    if (!resizePolicy?.length) return;
    const place = at.field('resizePolicy');
    const seen = new Set<string>();
    resizePolicy.forEach((policy, index) => {
      const { resourceName = '' } = policy;
      if (seen.has(resourceName)) {
        place.index(index).duplicate(goText(resourceName), {
          suggestion: 'keep one of them',
          repeats: ['resourceName'],
        });
      }
      seen.add(resourceName);
      judgePolicy(policy, spec.restartPolicy === 'Never', place.shownAt(place.index(index)));
    });
  },
};

function judgePolicy(
  { resourceName = '', restartPolicy = '' }: ContainerResizePolicy,
  never: boolean,
  at: Field,
): void {
  judgeChoice(resourceName, goText(resourceName), RESOURCES, 'resourceName', at);
  judgeChoice(restartPolicy, restartPolicy, POLICIES, 'restartPolicy', at);
  if (!never || restartPolicy === 'NotRequired') return;
  const subject = at.minor >= 36 ? 'pod `restartPolicy`' : '`restartPolicy`';
  at.shownAt(at.field('restartPolicy')).invalid(
    goString(restartPolicy),
    `must be 'NotRequired' when ${subject} is 'Never'`,
  );
}

function judgeChoice(
  value: string,
  shown: unknown,
  choices: readonly string[],
  name: string,
  list: Field,
): void {
  const at = list.shownAt(list.field(name));
  if (!value) at.required('', { suggestion: `set ${name}` });
  else if (!choices.includes(value)) at.notSupported(shown, choices);
}

/** Init containers that end are not restarted to resize them: validateInitContainers, from 1.36 on. */
export const INIT_RESIZE: ContainerRule = {
  id: CONTAINER_RESIZE_POLICY.id,
  field: 'resizePolicy',
  judge({ container: { resizePolicy }, role }, at) {
    if (role !== 'init' || at.minor < 36) return;
    resizePolicy?.forEach(({ restartPolicy }, index) => {
      if (restartPolicy !== 'RestartContainer') return;
      const place = at.field('resizePolicy').index(index).field('restartPolicy');
      place.invalid(restartPolicy, "must not be set to 'RestartContainer' for non-sidecar initContainers", {
        suggestion: 'use NotRequired',
      });
    });
  },
};
