import type { EXPOSE_FLAGS } from '../../../kubectl/flags/expose';
import type { Exposed } from '../../../kubectl/generate/exposed';
import { Exposer } from '../../../kubectl/generate/expose';
import type { JsonObject } from '../../../kubectl/go/object';
import { readTyped } from '../../../kubectl/manifests/typed';
import { overridden } from '../../../kubectl/overrides';
import { annotated } from '../../../kubectl/saved-config';
import type { Invocation } from '../command';
import { dryRunOf } from '../dry-run';
import { judged } from '../judged';
import { printerOf } from '../printer';
import { changeCause } from '../record';
import { checkKubeconfig } from '../server';
import { GivenManifests } from './given-manifests';
import { checkNamedResources } from './named-resources';

/** kubectl expose, 1.36. */
export function expose(invocation: Invocation<typeof EXPOSE_FLAGS>): void {
  const { values, minor, printed } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  const printer = printerOf(invocation, 'exposed', dryRun);
  checkKubeconfig(invocation);
  checkNamedResources(invocation);
  const exposer = new Exposer(values, values.overrides ? '' : values.namespace, minor);
  new GivenManifests(invocation, false).visit(readTyped(minor), ({ apiVersion, kind, object }) => {
    const service = exposer.service({ ...object, apiVersion, kind } as Exposed);
    printer.print(judged(finished(service, invocation), dryRun, invocation));
  });
}

function finished(service: JsonObject, invocation: Invocation<typeof EXPOSE_FLAGS>): JsonObject {
  const { values } = invocation;
  const result = values.overrides ? changed(service, invocation) : service;
  return values.record ? annotated(result, 'kubernetes.io/change-cause', changeCause(invocation)) : result;
}

function changed(service: JsonObject, { values, minor }: Invocation<typeof EXPOSE_FLAGS>): JsonObject {
  const manifest = overridden(service, values, 'core.v1.Service', minor);
  if (values.namespace) manifest.setNamespace(values.namespace);
  return manifest.toObject();
}
