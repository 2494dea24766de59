import type { AnyObject } from '../../kinds/strategy';
import type { Asked } from './asked';
import type { Json } from './run';

type Labels = { readonly [label: string]: string };

interface NamespaceManifest extends AnyObject {
  readonly apiVersion?: string;
  readonly kind?: string;
}

/** The Namespace of that name among the manifests. */
function namespaceNamed(name: string, { admission }: Asked): NamespaceManifest | undefined {
  const others = (admission.others ?? []) as readonly NamespaceManifest[];
  return others.find(
    ({ apiVersion, kind, metadata }) =>
      apiVersion === 'v1' && kind === 'Namespace' && metadata?.name === name,
  );
}

/** Labels that selectors of namespaces look at: of a Namespace among the manifests, or its name alone. */
export function namespaceLabels(asked: Asked): Labels {
  const { isNamespace, object, namespace } = asked;
  const labels = isNamespace ? object.metadata?.labels : namespaceNamed(namespace, asked)?.metadata?.labels;
  return { ...labels, [NAME]: namespace };
}

const NAME = 'kubernetes.io/metadata.name';

/**
 * The Namespace of an object as expressions see it; null for an object of the whole cluster, undefined for
 * one that is not among the manifests: only that of the name `default` is known, which every cluster has.
 */
export function namespaceObject(asked: Asked): Json | null | undefined {
  const { namespace, isNamespace } = asked;
  if (!namespace || isNamespace) return null;
  const found = namespaceNamed(namespace, asked);
  if (!found && namespace !== 'default') return undefined;
  const { annotations, finalizers } = found?.metadata ?? {};
  return {
    metadata: {
      name: namespace,
      labels: namespaceLabels(asked),
      ...(annotations && { annotations }),
      ...(finalizers && { finalizers }),
    },
    spec: { finalizers: ['kubernetes'] },
    status: { phase: 'Active' },
  };
}
