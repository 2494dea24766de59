import type { Container } from '../../../lib/k8s';
import type { PodTemplate } from '../../../lib/pod/pod-template';

/** The container as the user of the main container; as its own where the Pod sets none. */
export function asMainUser(pod: PodTemplate, container: Container): Container {
  const inPod = pod.podSecurityContext;
  const inMain = pod.main.securityContext;
  const runAsUser = inMain?.runAsUser ?? inPod?.runAsUser;
  const runAsGroup = inMain?.runAsGroup ?? inPod?.runAsGroup;
  if (runAsUser === undefined) return container;
  return {
    ...container,
    securityContext: {
      ...container.securityContext,
      runAsUser,
      ...(runAsGroup === undefined ? {} : { runAsGroup }),
      runAsNonRoot: runAsUser !== 0,
    },
  };
}
