import type { EXPOSE_FLAGS } from './flags';
import type { Exposed } from './exposed';
import { Exposer } from './service';
import type { JsonObject } from '../../../go/object';
import { readTyped } from '../../manifests/typed';
import { withAnnotation } from '../../saved-config';
import type { Invocation } from '../../invocation/invocation';
import { dryRunOf } from '../../invocation/dry-run';
import { validatedForDryRun } from '../../invocation/validate-dry-run';
import { changeCause } from '../../invocation/change-cause';
import { checkKubeconfig } from '../../invocation/kubeconfig';
import { GivenManifests } from '../../invocation/given-manifests';
import { checkNamedResources } from '../../invocation/named-resources';

/** kubectl expose, 1.36. */
export function expose(invocation: Invocation<typeof EXPOSE_FLAGS>): void {
  const { values, minor, printed } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = invocation.printer('exposed', dryRun);
  checkKubeconfig(invocation);
  checkNamedResources(invocation);
  const exposer = new Exposer(values, values.overrides ? '' : values.namespace, minor);
  new GivenManifests(invocation, false).visit(readTyped(minor), ({ apiVersion, kind, object }) => {
    const service = exposer.service({ ...object, apiVersion, kind } as Exposed);
    printer.print(validatedForDryRun(validatedService(service, invocation), dryRun, invocation));
  });
}

function validatedService(service: JsonObject, invocation: Invocation<typeof EXPOSE_FLAGS>): JsonObject {
  const { values } = invocation;
  const result = values.overrides ? changed(service, invocation) : service;
  return values.record
    ? withAnnotation(result, 'kubernetes.io/change-cause', changeCause(invocation))
    : result;
}

function changed(service: JsonObject, { values, minor }: Invocation<typeof EXPOSE_FLAGS>): JsonObject {
  const { applyOverrides } = require('../../overrides') as typeof import('../../overrides');
  const manifest = applyOverrides(service, values, 'core.v1.Service', minor);
  if (values.namespace) manifest.setNamespace(values.namespace);
  return manifest.toObject();
}
