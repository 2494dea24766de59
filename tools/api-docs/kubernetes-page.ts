import type { Assembly, InterfaceType, Type } from '@jsii/spec';
import { KUBERNETES, typesOf } from './areas';
import { paragraphs } from './text';

/** Structs of Kubernetes' API: what their fields mean is described by Kubernetes. */
export function kubernetesPage(assembly: Assembly, minor: string): string {
  return paragraphs(
    '# Structs of Kubernetes',
    INTRODUCTION(minor),
    ...typesOf(assembly, KUBERNETES).map((type) => section(type, minor)),
  );
}

const INTRODUCTION = (minor: string) => `
\`k8s\` of the package has the structs of Kubernetes ${minor}, such as \`k8s.Container\`, with Kubernetes' names, and its
comments in the types. What is a number or a text, such as a quantity or a port, takes both. Capitals in a row are
the one difference: \`hostIPC\` is written \`hostIpc\`, \`clusterIPs\` \`clusterIps\`. In manifests they are Kubernetes' own.`;

function section(type: Type, minor: string): string {
  const { interfaces = [], properties = [] } = type as InterfaceType;
  const names = properties.map(({ name }) => `\`${name}\``).join(', ');
  const others = interfaces
    .map((fqn) => fqn.split('.').at(-1)!)
    .map((name) => `those of [${name}](#${name.toLowerCase()})`);
  return paragraphs(
    `## ${type.name}`,
    type.docs?.summary ?? '',
    [names, ...others].filter(Boolean).join(', '),
    reference(type, minor),
  );
}

/** Kubernetes' own page of the struct, of `core.v1.PodSpec` for one. */
function reference({ docs }: Type, minor: string): string {
  const [group, version, kind] = docs?.custom?.schema?.split('.') ?? [];
  if (!kind) return '';
  return `[${kind} of Kubernetes](https://kubernetes.io/docs/reference/generated/kubernetes-api/v${minor}/#${kind.toLowerCase()}-${version}-${group})`;
}
