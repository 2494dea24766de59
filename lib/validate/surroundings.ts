import {
  type Admission,
  ADMISSION_MARKS,
  admissionAmong,
  isAdmissionKind,
  joinedAdmission,
  type ObjectPlaces,
} from './admit/objects';
import { type Autoscalers, autoscalersAmong } from './autoscalers';
import { type NamespaceLabels, namespaceLabels } from './pod-security/namespaces';

/** What other manifests of a set say about how one of them is judged. */
export interface Surroundings {
  /** Labels of the namespaces that ask for a Pod Security policy. */
  readonly namespaces: NamespaceLabels;
  readonly autoscalers: Autoscalers;
  /** What they decide about others, if anything. */
  readonly admission?: Admission;
}

/** Kinds that bear on other manifests. */
const KINDS: readonly string[] = ['Namespace', 'HorizontalPodAutoscaler'];

/** Whether manifests of a kind bear on others: lists may contain some that do. */
export const bearsOnOthers = (kind: string) =>
  KINDS.includes(kind) || isAdmissionKind(kind) || kind.endsWith('List');

/** What stands in every text with a manifest that bears on others. */
export const MARKS: readonly string[] = [
  'pod-security.kubernetes.io',
  'HorizontalPodAutoscaler',
  ...ADMISSION_MARKS,
];

/**
 * What some manifests say about how others are judged.
 *
 * @param placesOf where a manifest was read from, by its index
 */
export const surroundingsAmong = (
  manifests: readonly unknown[],
  placesOf?: (index: number) => ObjectPlaces,
): Surroundings => ({
  namespaces: namespaceLabels(manifests),
  autoscalers: autoscalersAmong(manifests),
  admission: admissionAmong(manifests, placesOf),
});

/** The surroundings that several parts of a set make together. */
export const joined = (parts: readonly Surroundings[]): Surroundings => ({
  namespaces: new Map(parts.flatMap(({ namespaces }) => [...namespaces])),
  autoscalers: new Map(parts.flatMap(({ autoscalers }) => [...autoscalers])),
  admission: joinedAdmission(parts.map(({ admission }) => admission)),
});
