import type { Field } from '../../field';
import { type ContainerRole, roleOf } from '../../containers';
import { CONTAINER_RULES } from '../../rules';
import type { PodSubject } from '../../rules/container-subject';
import { FILE_KEY_REFS } from '../../rules/file-key-refs';
import { POD_RULES } from '../../rules/pod';
import { RESOURCE_CLAIMS } from '../../rules/pod/resource-claims';
import { HOST_PORTS } from '../../rules/ports';
import { claimNames } from '../../rules/resource-claims';
import { VOLUMES } from '../../rules/volumes';
import type { Container, EphemeralContainer, ObjectMeta, PodSpec, Volume } from '../../schema/types';
import { defineRule } from '../../rule';

/** Judges a Pod's or template's spec: ValidatePodSpec, 1.36. `metadata` is a Pod's own. */
export function judgePodSpec(spec: PodSpec, metadata: ObjectMeta | undefined, at: Field): void {
  const volumes = new Map<string, Volume>();
  const volumesAt = at.field('volumes');
  volumesAt.apply(VOLUMES, { spec, sound: volumes, metadata });
  if (spec.resourceClaims) {
    at.field('resourceClaims').apply(RESOURCE_CLAIMS, { claims: spec.resourceClaims, metadata });
  }
  judgeContainers({ spec, volumes, volumesAt, claims: claimNames(spec), names: new Map() }, at);
  for (const rule of POD_RULES) if (has(spec, rule.field)) at.apply(rule, spec);
  at.apply(FILE_KEY_REFS, spec);
}

function judgeContainers(pod: PodSubject, at: Field): void {
  if (!pod.spec.containers?.length) at.field('containers').apply(NO_CONTAINERS, undefined);
  const judge = (container: Container, role: ContainerRole, place: Field) => {
    const subject = { container, role, pod };
    for (const rule of CONTAINER_RULES[role]) {
      if (has(container, rule.field)) place.apply(rule, subject);
    }
  };
  visitMain(pod.spec, at, judge);
  at.apply(HOST_PORTS, pod.spec);
  visitOthers(pod.spec, at, judge);
}

const has = (part: PodSpec | Container, field: string | undefined) =>
  field === undefined || part[field as keyof typeof part] !== undefined;

export const POD_CONTAINERS = defineRule({
  id: 'pod-containers',
  stage: 'judge',
  mistake: 'a Pod without containers',
  suggestion: 'add a container with a name and an image',
});

const NO_CONTAINERS = {
  id: POD_CONTAINERS.id,
  judge: (_: undefined, at: Field) =>
    at.required('', { suggestion: 'add a container with a name and an image' }),
};

type Visit = (container: Container, role: ContainerRole, at: Field) => void;

function visitMain(spec: PodSpec, at: Field, visit: Visit): void {
  spec.containers?.forEach((container, index) =>
    visit(container, 'main', at.field('containers').index(index)),
  );
}

function visitOthers(spec: PodSpec, at: Field, visit: Visit): void {
  spec.initContainers?.forEach((container, index) =>
    visit(container, roleOf(container, 'initContainers'), at.field('initContainers').index(index)),
  );
  spec.ephemeralContainers?.forEach((container: EphemeralContainer, index) =>
    visit(container, 'ephemeral', at.field('ephemeralContainers').index(index)),
  );
}
