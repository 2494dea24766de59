import { KubectlError } from '../../errors';
import type { AUTOSCALE_FLAGS } from './flags';
import { autoscalerOf, checkAutoscale } from './autoscaler';
import type { Manifest } from '../../manifests/manifest';
import { readUnstructured } from '../../manifests/unstructured';
import { apiVersionOf, resources } from '../../resources/resources';
import { withAnnotation } from '../../saved-config';
import type { Invocation } from '../../invocation/invocation';
import { dryRunOf } from '../../invocation/dry-run';
import { validatedForDryRun } from '../../invocation/validate-dry-run';
import { changeCause } from '../../invocation/change-cause';
import { checkKubeconfig } from '../../invocation/kubeconfig';
import { GivenManifests } from '../../invocation/given-manifests';
import { checkNamedResources } from '../../invocation/named-resources';

/** kubectl autoscale, 1.36. */
export function autoscale(invocation: Invocation<typeof AUTOSCALE_FLAGS>): void {
  const { values, minor, printed } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  checkKubeconfig(invocation);
  checkAutoscale(values);
  checkNamedResources(invocation);
  let count = 0;
  new GivenManifests(invocation, false).visit(readUnstructured(minor), (manifest) => {
    checkScalable(manifest);
    const autoscaler = autoscalerOf(manifest, values, values.namespace, minor);
    const recorded = values.record
      ? withAnnotation(autoscaler, 'kubernetes.io/change-cause', changeCause(invocation))
      : autoscaler;
    const printer = invocation.printer(dryRun === 'client' ? 'created' : 'autoscaled', dryRun);
    printer.print(validatedForDryRun(recorded, dryRun, invocation));
    count++;
  });
  if (!count) throw new KubectlError('no objects passed to autoscale');
}

const SCALABLE = [
  'v1 ReplicationController',
  'apps/v1 Deployment',
  'apps/v1 ReplicaSet',
  'apps/v1 StatefulSet',
];

/** Refuses what has no scale (ScaleKindResolver.ScaleForResource). */
function checkScalable({ apiVersion, kind }: Manifest): void {
  if (SCALABLE.includes(`${apiVersion} ${kind}`)) return;
  const plural =
    resources().find((resource) => apiVersionOf(resource) === apiVersion && resource.kind === kind)?.plural ??
    kind.toLowerCase();
  const address = apiVersion.includes('/') ? apiVersion : `/${apiVersion}`;
  throw new KubectlError(
    `cannot autoscale a ${kind}: could not find scale subresource for ${address}, Resource=${plural} in discovery information`,
  );
}
