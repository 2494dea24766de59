import { minorOf } from '../../../validate/kubernetes-version';
import { changeTyped, containerNotFound, pairsOf } from '../../change/in-code';
import { podSpecOf } from '../../change/pod-spec';
import { KubectlError } from '../../errors';
import type { GeneratedManifest } from '../../generated-manifest';
import { amountsIn, setResources as change } from './change';
import type { KubectlSetResourcesOptions } from './options';

export function setResources(manifest: unknown, options: KubectlSetResourcesOptions): GeneratedManifest {
  const { limits = {}, requests = {}, containers = '*' } = options;
  const minor = minorOf(options.kubernetesVersion);
  const amounts = {
    limits: amountsIn(pairsOf(limits, 'limits').join(','), minor),
    requests: amountsIn(pairsOf(requests, 'requests').join(','), minor),
  };
  if (!amounts.limits && !amounts.requests) {
    throw new KubectlError(
      'you must specify an update to requests or limits (in the form of --requests/--limits)',
    );
  }
  return changeTyped(manifest, options, ['limits', 'requests', 'containers'], (object) => {
    if (!change(podSpecOf(object), containers, amounts)) throw containerNotFound(containers);
  });
}
