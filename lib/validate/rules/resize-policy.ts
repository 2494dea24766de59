import { goString, goText } from '../../go/format';
import type { FieldPath } from '../path';
import type { ContainerResizePolicy } from '../schema/types';
import type { Verdict } from '../verdict';
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
  judge({ container: { resizePolicy }, pod: { spec } }, path, verdict) {
    if (!resizePolicy?.length) return;
    const place = path.field('resizePolicy');
    const seen = new Set<string>();
    resizePolicy.forEach((policy, index) => {
      const { resourceName = '' } = policy;
      if (seen.has(resourceName)) {
        verdict.duplicate(place.index(index), goText(resourceName), {
          suggestion: 'keep one of them',
          repeats: ['resourceName'],
        });
      }
      seen.add(resourceName);
      judgePolicy(policy, spec.restartPolicy === 'Never', place, place.index(index), verdict);
    });
  },
};

function judgePolicy(
  { resourceName = '', restartPolicy = '' }: ContainerResizePolicy,
  never: boolean,
  field: FieldPath,
  item: FieldPath,
  verdict: Verdict,
): void {
  judgeChoice(resourceName, goText(resourceName), RESOURCES, field, item.field('resourceName'), verdict);
  judgeChoice(restartPolicy, restartPolicy, POLICIES, field, item.field('restartPolicy'), verdict);
  if (!never || restartPolicy === 'NotRequired') return;
  const subject = verdict.minor >= 36 ? 'pod `restartPolicy`' : '`restartPolicy`';
  verdict.invalid(field, goString(restartPolicy), `must be 'NotRequired' when ${subject} is 'Never'`, {
    at: item.field('restartPolicy'),
  });
}

function judgeChoice(
  value: string,
  shown: unknown,
  choices: readonly string[],
  field: FieldPath,
  at: FieldPath,
  verdict: Verdict,
): void {
  if (!value) verdict.required(field, '', { at, suggestion: `set ${at.last}` });
  else if (!choices.includes(value)) verdict.notSupported(field, shown, choices, { at });
}

/** Init containers that end are not restarted to resize them: validateInitContainers, from 1.36 on. */
export const INIT_RESIZE: ContainerRule = {
  id: CONTAINER_RESIZE_POLICY.id,
  field: 'resizePolicy',
  judge({ container: { resizePolicy }, role }, path, verdict) {
    if (role !== 'init' || verdict.minor < 36) return;
    resizePolicy?.forEach(({ restartPolicy }, index) => {
      if (restartPolicy !== 'RestartContainer') return;
      const place = path.field('resizePolicy').index(index).field('restartPolicy');
      verdict.invalid(
        place,
        restartPolicy,
        "must not be set to 'RestartContainer' for non-sidecar initContainers",
        { suggestion: 'use NotRequired' },
      );
    });
  },
};
