import { DEFINITION_KIND, type DefinitionSource, isDefinition } from './custom-kinds/definitions';
import { type Autoscalers, autoscalersAmong } from './autoscalers';
import { type NamespaceLabels, namespaceLabels } from './pod-security/namespaces';

/** What other manifests of a set say about how one of them is judged. */
export interface Surroundings {
  /** Labels of the namespaces that ask for a Pod Security policy. */
  readonly namespaces: NamespaceLabels;
  readonly autoscalers: Autoscalers;
  /** CustomResourceDefinitions; the last of a kind counts. */
  readonly crds: readonly DefinitionSource[];
}

/** Kinds that bear on other manifests. */
const KINDS: readonly string[] = ['Namespace', 'HorizontalPodAutoscaler', DEFINITION_KIND];

/** Whether manifests of a kind bear on others: lists may contain some that do. */
export const bearsOnOthers = (kind: string) => KINDS.includes(kind) || kind.endsWith('List');

/** What stands in a text whose manifests have to be read to know how they bear on others. */
export const READ_MARKS: readonly string[] = ['pod-security.kubernetes.io', 'HorizontalPodAutoscaler'];

/** What stands in every text with a manifest that bears on others. */
export const MARKS: readonly string[] = [...READ_MARKS, DEFINITION_KIND];

/** What some manifests say about how others are judged. */
export const surroundingsAmong = (manifests: readonly unknown[]): Surroundings => ({
  namespaces: namespaceLabels(manifests),
  autoscalers: autoscalersAmong(manifests),
  crds: manifests.filter(isDefinition),
});

/** The surroundings that several parts of a set make together. */
export const joined = (parts: readonly Surroundings[]): Surroundings => ({
  namespaces: new Map(parts.flatMap(({ namespaces }) => [...namespaces])),
  autoscalers: new Map(parts.flatMap(({ autoscalers }) => [...autoscalers])),
  crds: parts.flatMap(({ crds }) => crds),
});

/** Options with what other manifests say: it comes before what the cluster is said to have. */
export const withSurroundings = <T extends { readonly crds?: readonly DefinitionSource[] }>(
  options: T,
  surroundings: Surroundings,
): T & Surroundings => ({
  ...options,
  ...surroundings,
  crds: [...(options.crds ?? []), ...surroundings.crds],
});
