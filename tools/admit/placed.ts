import { kindOf } from '../../lib/validate/schema/schema';
import type { AdmitCase, Manifest } from './cases';

type Fields = { readonly [field: string]: any };

/** A case with a namespace and policies of its own, so that it concerns no other one. */
export interface PlacedCase extends AdmitCase {
  readonly namespace: string;
}

/** @param id what no other case has */
export function placed({ name, given, asked }: AdmitCase, id: string): PlacedCase {
  const namespace = `admit-${id}`;
  const place = (manifest: Manifest) => inNamespace(manifest, namespace);
  const isApart = !isNamespaced(asked);
  const own = given.map((manifest) => place(ofCase(manifest, namespace, isApart)));
  const hasPolicies = given.some(isOfPolicies);
  return { name, namespace, given: own, asked: place(hasPolicies ? withLabel(asked, namespace) : asked) };
}

const isOfPolicies = ({ kind }: Manifest) => /^(?:Validating|Mutating)AdmissionPolicy/.test(kind);

const LABEL = 'admit-case';

const withLabel = ({ metadata, ...others }: Manifest, id: string): Manifest =>
  ({
    ...others,
    metadata: { ...metadata, labels: { ...(metadata?.labels as Fields | undefined), [LABEL]: id } },
  }) as Manifest;

const isNamespaced = ({ apiVersion, kind }: Manifest) =>
  kindOf(apiVersion, kind)?.namespaced ?? !kind.includes('Definition');

function inNamespace(manifest: Manifest, namespace: string): Manifest {
  const { metadata } = manifest;
  if (manifest.kind === 'Namespace' && !metadata?.name) {
    return { ...manifest, metadata: { ...metadata, name: namespace } };
  }
  return isNamespaced(manifest) ? { ...manifest, metadata: { namespace, ...metadata } } : manifest;
}

/** Policies and their bindings belong to the whole server. */
function ofCase(manifest: Manifest, id: string, isApart: boolean): Manifest {
  const { kind, metadata = {} } = manifest;
  if (!isOfPolicies(manifest)) return manifest;
  const named = { ...manifest, metadata: { ...metadata, name: `${metadata.name}.${id}` } };
  if (!kind.endsWith('Binding')) return named;
  const { policyName, matchResources = {}, ...spec } = manifest.spec as Fields;
  const own = isApart ? {} : { 'kubernetes.io/metadata.name': id };
  return {
    ...named,
    spec: {
      ...spec,
      policyName: `${policyName}.${id}`,
      matchResources: {
        ...matchResources,
        namespaceSelector: withLabels(matchResources.namespaceSelector, own),
        objectSelector: withLabels(matchResources.objectSelector, { [LABEL]: id }),
      },
    },
  };
}

const withLabels = (selector: Fields | undefined, labels: Fields): Fields => ({
  ...selector,
  matchLabels: { ...selector?.matchLabels, ...labels },
});
