import { type ContainerRole, roleOf } from '../../containers';
import type { FieldPath } from '../../path';
import { CONTAINER_RULES } from '../../rules';
import type { PodSubject } from '../../rules/container-subject';
import { FILE_KEY_REFS } from '../../rules/file-key-refs';
import { POD_RULES } from '../../rules/pod';
import { RESOURCE_CLAIMS } from '../../rules/pod/resource-claims';
import { HOST_PORTS } from '../../rules/ports';
import { claimNames } from '../../rules/resource-claims';
import { VOLUMES } from '../../rules/volumes';
import type { Container, EphemeralContainer, ObjectMeta, PodSpec, Volume } from '../../schema/types';
import type { Verdict } from '../../verdict';
import { defineRule } from '../../rule';

/** Judges a Pod's or template's spec: ValidatePodSpec, 1.36. `metadata` is a Pod's own. */
export function judgePodSpec(
  spec: PodSpec,
  metadata: ObjectMeta | undefined,
  path: FieldPath,
  verdict: Verdict,
): void {
  const volumes = new Map<string, Volume>();
  verdict.apply(VOLUMES, { volumes: spec.volumes ?? [], sound: volumes, metadata }, path.field('volumes'));
  if (spec.resourceClaims) {
    verdict.apply(RESOURCE_CLAIMS, { claims: spec.resourceClaims, metadata }, path.field('resourceClaims'));
  }
  judgeContainers({ spec, volumes, claims: claimNames(spec), names: new Map() }, path, verdict);
  for (const rule of POD_RULES) if (has(spec, rule.field)) verdict.apply(rule, spec, path);
  verdict.apply(FILE_KEY_REFS, spec, path);
}

function judgeContainers(pod: PodSubject, path: FieldPath, verdict: Verdict): void {
  if (!pod.spec.containers?.length) verdict.apply(NO_CONTAINERS, undefined, path.field('containers'));
  const judge = (container: Container, role: ContainerRole, place: FieldPath) => {
    const subject = { container, role, pod };
    for (const rule of CONTAINER_RULES[role]) {
      if (has(container, rule.field)) verdict.apply(rule, subject, place);
    }
  };
  visitMain(pod.spec, path, judge);
  verdict.apply(HOST_PORTS, pod.spec, path);
  visitOthers(pod.spec, path, judge);
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
  judge: (_: undefined, path: FieldPath, verdict: Verdict) =>
    verdict.required(path, '', { suggestion: 'add a container with a name and an image' }),
};

type Visit = (container: Container, role: ContainerRole, path: FieldPath) => void;

function visitMain(spec: PodSpec, path: FieldPath, visit: Visit): void {
  spec.containers?.forEach((container, index) =>
    visit(container, 'main', path.field('containers').index(index)),
  );
}

function visitOthers(spec: PodSpec, path: FieldPath, visit: Visit): void {
  spec.initContainers?.forEach((container, index) =>
    visit(container, roleOf(container, 'initContainers'), path.field('initContainers').index(index)),
  );
  spec.ephemeralContainers?.forEach((container: EphemeralContainer, index) =>
    visit(container, 'ephemeral', path.field('ephemeralContainers').index(index)),
  );
}
