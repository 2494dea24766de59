import { misuse } from '../../../lib/options/misuse';
import type { PodObject, RenderedPod } from '../../../lib/pod/pod-object';
import type { PodTemplate } from '../../../lib/pod/pod-template';
import { Companion } from '../companion';
import type { CompanionOptions, CompanionProps } from '../options';

/** What a companion may do with the Kubernetes API. */
export interface ApiAccess {
  readonly rules: readonly object[];
  /** Whether it may do so in all namespaces. */
  readonly clusterWide: boolean;
  /** Namespace of the service account; the Pod's if not given. */
  readonly namespace?: string;
}

/** A companion that uses the Kubernetes API as the Pod's service account. */
export class ApiClient extends Companion {
  /** @param access what it may do; undefined if others see to that */
  constructor(
    props: CompanionProps,
    options: CompanionOptions,
    private readonly access: ApiAccess | undefined,
  ) {
    super(props, options);
  }

  override _applyTo(pod: PodTemplate): void {
    if (pod.tryField('automountServiceAccountToken') === false) {
      throw misuse(
        `companion "${this.name}"`,
        `uses the Kubernetes API, but the Pod has automountServiceAccountToken: false: remove it`,
      );
    }
    super._applyTo(pod);
  }

  override _objects(): readonly PodObject[] {
    return [...super._objects(), ...(this.access ? roleAndBinding(this.name, this.access) : [])];
  }
}

const GROUP = 'rbac.authorization.k8s.io';

function roleAndBinding(companion: string, { rules, clusterWide, namespace }: ApiAccess): PodObject[] {
  const kind = clusterWide ? 'ClusterRole' : 'Role';
  const id = `${companion}-role`;
  const common = { apiVersion: `${GROUP}/v1`, clusterScoped: clusterWide };
  return [
    { ...common, id, kind, fields: { rules } },
    {
      ...common,
      id: `${companion}-role-binding`,
      kind: `${kind}Binding`,
      fields: {
        roleRef: ({ objectName }: RenderedPod) => ({ apiGroup: GROUP, kind, name: objectName(id) }),
        subjects: (pod: RenderedPod) => {
          const subject = subjectOf(pod, namespace);
          if (clusterWide) assertNamespace(companion, subject);
          return [subject];
        },
      },
    },
  ];
}

interface Subject {
  readonly kind: string;
  readonly name: string;
  readonly namespace?: string;
}

function subjectOf({ serviceAccountName, namespace }: RenderedPod, given: string | undefined): Subject {
  const own = given ?? namespace;
  return {
    kind: 'ServiceAccount',
    name: serviceAccountName,
    ...(own === undefined ? {} : { namespace: own }),
  };
}

/** kubectl fills in the namespace of an object, but not that of a subject. */
function assertNamespace(companion: string, { namespace }: Subject): void {
  if (namespace !== undefined) return;
  throw new Error(
    `companion "${companion}": its ClusterRoleBinding needs the namespace of the Pod's service account: set the namespace of the Pod or its chart, or the option "namespace"`,
  );
}
