import { type ContainerList, roleOf, visitContainers } from '../../containers';
import type { FieldPath } from '../../path';
import { CONTAINER_RULES } from '../../rules';
import type { PodSubject } from '../../rules/container-subject';
import { FILE_KEY_REFS } from '../../rules/file-key-refs';
import { POD_RULES } from '../../rules/pod';
import { RESOURCE_CLAIMS } from '../../rules/pod/resource-claims';
import { HOST_PORTS } from '../../rules/ports';
import { claimNames } from '../../rules/resource-claims';
import { VOLUMES } from '../../rules/volumes';
import type { Container, ObjectMeta, PodSpec, Volume } from '../../schema/types';
import type { Verdict } from '../../verdict';

/** Judges a Pod's or template's spec: ValidatePodSpec, 1.36. `metadata` is a Pod's own. */
export function judgePodSpec(
  spec: PodSpec,
  metadata: ObjectMeta | undefined,
  path: FieldPath,
  verdict: Verdict,
): void {
  const volumes = new Map<string, Volume>();
  verdict.apply(VOLUMES, { volumes: spec.volumes ?? [], sound: volumes, metadata }, path.child('volumes'));
  if (spec.resourceClaims) {
    verdict.apply(RESOURCE_CLAIMS, { claims: spec.resourceClaims, metadata }, path.child('resourceClaims'));
  }
  judgeContainers({ spec, volumes, claims: claimNames(spec), names: new Map() }, path, verdict);
  for (const rule of POD_RULES) if (has(spec, rule.field)) verdict.apply(rule, spec, path);
  verdict.apply(FILE_KEY_REFS, spec, path);
}

function judgeContainers(pod: PodSubject, path: FieldPath, verdict: Verdict): void {
  if (!pod.spec.containers?.length) verdict.apply(NO_CONTAINERS, undefined, path.child('containers'));
  const judge = (container: Container, list: ContainerList, index: number) => {
    const role = roleOf(container, list);
    const place = path.child(list).index(index);
    const subject = { container, role, pod };
    for (const rule of CONTAINER_RULES[role]) {
      if (has(container, rule.field)) verdict.apply(rule, subject, place);
    }
  };
  visitContainers(pod.spec, judge, MAIN);
  verdict.apply(HOST_PORTS, pod.spec, path);
  visitContainers(pod.spec, judge, OTHERS);
}

const MAIN: readonly ContainerList[] = ['containers'];
const OTHERS: readonly ContainerList[] = ['initContainers', 'ephemeralContainers'];

const has = (part: PodSpec | Container, field: string | undefined) =>
  field === undefined || part[field as keyof typeof part] !== undefined;

const NO_CONTAINERS = {
  id: 'pod-containers',
  judge: (_: undefined, path: FieldPath, verdict: Verdict) =>
    verdict.required(path, '', { remedy: 'add a container with a name and an image' }),
};
