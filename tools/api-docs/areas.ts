import type { Assembly, Type } from '@jsii/spec';

/** A page of the reference: the public types of some source folders. */
export interface Area {
  /** Name of the page, without its suffix. */
  readonly page: string;
  readonly title: string;
  readonly about: string;
  readonly folders: readonly string[];
}

/** In the order of the index. */
export const AREAS: readonly Area[] = [
  { page: 'patterns', title: 'Patterns', about: '[What each is for](../patterns.md)', folders: ['patterns'] },
  {
    page: 'workloads',
    title: 'Workloads',
    about: '[How to use them](../workloads.md)',
    folders: ['lib/workload'],
  },
  { page: 'pods', title: 'Pods', about: '[How to use them](../pods.md)', folders: ['lib/pod'] },
  {
    page: 'validation',
    title: 'Validation',
    about: '[How to use it](../validation.md)',
    folders: ['lib/validate', 'lib/plugin'],
  },
  { page: 'kubectl', title: 'kubectl', about: 'What `kubectl` would make', folders: ['lib/kubectl'] },
];

/** The submodule of Kubernetes' structs: Kubernetes documents their fields. */
export const KUBERNETES = 'k8s';

/**
 * Name of the page that describes a type of the package.
 *
 * @throws Error if its folder is in no area
 */
export function pageOf({ fqn, namespace, locationInModule }: Type): string {
  if (namespace === KUBERNETES) return KUBERNETES;
  const file = locationInModule?.filename ?? '';
  const area = AREAS.find(({ folders }) => folders.some((folder) => file.startsWith(`${folder}/`)));
  if (!area) {
    throw new Error(`${fqn} is in ${JSON.stringify(file)}: name its folder in tools/api-docs/areas.ts`);
  }
  return area.page;
}

/** Types of a page: classes, enums, structs, each by name. */
export function typesOf({ types = {} }: Assembly, page: string): Type[] {
  const order = ({ kind, name }: Type) => `${kind} ${name}`;
  return Object.values(types)
    .filter((type) => pageOf(type) === page)
    .sort((a, b) => (order(a) < order(b) ? -1 : 1));
}
