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
      throw new Error(
        `companion "${this.name}" uses the Kubernetes API, but the Pod has automountServiceAccountToken: false: remove it`,
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
        subjects: (pod: RenderedPod) => [subjectOf(pod, namespace)],
      },
    },
  ];
}

function subjectOf({ serviceAccountName, namespace }: RenderedPod, given: string | undefined): object {
  const own = given ?? namespace;
  return {
    kind: 'ServiceAccount',
    name: serviceAccountName,
    ...(own === undefined ? {} : { namespace: own }),
  };
}
