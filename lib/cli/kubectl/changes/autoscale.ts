import { KubectlError } from '../../../kubectl/errors';
import type { AUTOSCALE_FLAGS } from '../../../kubectl/flags/autoscale';
import { autoscalerOf, checkAutoscale } from '../../../kubectl/generate/autoscale';
import type { Manifest } from '../../../kubectl/manifests/manifest';
import { readUnstructured } from '../../../kubectl/manifests/unstructured';
import { apiVersionOf, resources } from '../../../kubectl/resources/resources';
import { annotated } from '../../../kubectl/saved-config';
import type { Invocation } from '../command';
import { dryRunOf } from '../dry-run';
import { judged } from '../judged';
import { printerOf } from '../printer';
import { changeCause } from '../record';
import { checkKubeconfig } from '../server';
import { GivenManifests } from './given-manifests';
import { checkNamedResources } from './named-resources';

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
      ? annotated(autoscaler, 'kubernetes.io/change-cause', changeCause(invocation))
      : autoscaler;
    const printer = printerOf(invocation, dryRun === 'client' ? 'created' : 'autoscaled', dryRun);
    printer.print(judged(recorded, dryRun, invocation));
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
