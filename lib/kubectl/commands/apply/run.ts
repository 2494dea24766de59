import { collectError, KubectlError, KubectlUsageError, throwIfAny } from '../../errors';
import type { APPLY_FLAGS } from './flags';
import type { JsonObject } from '../../../go/object';
import type { UnstructuredManifest } from '../../manifests/unstructured';
import { apiVersionOf, resources } from '../../resources/resources';
import { record } from '../../invocation/change-all';
import type { Invocation } from '../../invocation/invocation';
import { type ValidationDirective, directiveOf } from '../../invocation/directive';
import { type DryRun, dryRunOf, needsCluster } from '../../invocation/dry-run';
import { checkKubeconfig } from '../../invocation/kubeconfig';
import { dryRunResponse } from '../../invocation/dry-run-response';
import { checkApply } from './check';
import { visitObjects } from '../../invocation/given-objects';
import { keepLastApplied } from '../../invocation/last-applied';
import { withoutNulls } from './nulls';

type Apply = Invocation<typeof APPLY_FLAGS>;

/** kubectl apply -f where nothing of it is in the cluster yet, 1.36. */
export function apply(invocation: Apply): void {
  const { values, args, path, printed } = invocation;
  if (args.length) throw new KubectlUsageError(`Unexpected args: [${args.join(' ')}]`, path);
  const dryRun = dryRunOf(values['dry-run'], printed);
  if (!values.filename.length && !values.kustomize) throw new KubectlError('must specify one of -f and -k');
  const directive = directiveOf(values.validate);
  checkApply(values, dryRun);
  checkKubeconfig(invocation);
  if (dryRun === 'none') throw needsCluster('to apply an object');
  applyAll(invocation, dryRun, directive);
}

/** ApplyOptions.Run, 1.36: objects in full are printed all together, and only where nothing went wrong. */
function applyAll(invocation: Apply, dryRun: DryRun, directive: ValidationDirective): void {
  const errors: KubectlError[] = [];
  const given: (readonly [manifest: UnstructuredManifest, source: string])[] = [];
  collectError(errors, () => visitObjects(invocation, directive, (...one) => given.push(one)));
  if (!given.length && !errors.length) throw new KubectlError('no objects passed to apply');
  const whole = !['', 'name'].includes(invocation.values.output);
  const applied: JsonObject[] = [];
  for (const [manifest, source] of given) {
    collectError(errors, () => {
      const object = applyOne(manifest, { invocation, dryRun, directive, source });
      applied.push(object);
      if (!whole) invocation.printer('created', dryRun).print(object);
    });
  }
  if (errors.length === 1) throw errors[0];
  throwIfAny(errors);
  if (whole) {
    invocation
      .printer('', dryRun)
      .print(
        applied.length > 1 ? { kind: 'List', apiVersion: 'v1', metadata: {}, items: applied } : applied[0],
      );
  }
}

interface Applying {
  readonly invocation: Apply;
  readonly dryRun: DryRun;
  readonly directive: ValidationDirective;
  readonly source: string;
}

/** ApplyOptions.applyOneObject of what is not there, 1.36. */
function applyOne(
  manifest: UnstructuredManifest,
  { invocation, dryRun, directive, source }: Applying,
): JsonObject {
  record(manifest, invocation);
  checkName(manifest, source);
  keepLastApplied(manifest);
  const object = withoutNulls(manifest.toObject());
  return dryRun === 'server' ? dryRunResponse(object, { directive, source }, invocation) : object;
}

/** An object is looked for by its name. */
function checkName(manifest: UnstructuredManifest, source: string): void {
  const { apiVersion, kind, name, namespace } = manifest;
  if (name) return;
  const { generateName } = (manifest.object.metadata ?? {}) as JsonObject;
  if (generateName) {
    throw new KubectlError(`from ${String(generateName)}: cannot use generate name with apply`);
  }
  const resource =
    resources().find((one) => apiVersionOf(one) === apiVersion && one.kind === kind)?.plural ??
    `${kind.toLowerCase()}s`;
  const address = apiVersion.includes('/') ? apiVersion : `/${apiVersion}`;
  throw new KubectlError(`error when retrieving current configuration of:
Resource: "${address}, Resource=${resource}", GroupVersionKind: "${address}, Kind=${kind}"
Name: "", Namespace: "${namespace}"
from server for: "${source}": resource name may not be empty`);
}
