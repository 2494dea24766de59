import { KubectlError } from '../../errors';
import { fileProblem } from '../../files';
import type { PATCH_FLAGS } from './flags';
import { readUnstructured } from '../../manifests/unstructured';
import { patchJson } from '../../patch/json-text';
import { patched, patchTypeOf } from '../../patch/patch';
import { goJson } from '../../../go/marshal';
import type { Invocation } from '../../invocation/invocation';
import { type DryRun, dryRunOf } from '../../invocation/dry-run';
import { checkLocal, validatedUnlessLocal, GivenManifests } from '../../invocation/given-manifests';
import { BOTH_LOCAL_AND_SERVER } from '../../invocation/pairs';

type Patch = Invocation<typeof PATCH_FLAGS>;

/** kubectl patch, 1.36. */
export function patch(invocation: Patch): void {
  const { values, minor, printed } = invocation;
  const dryRun = dryRunOf(values['dry-run'], printed);
  check(invocation, dryRun);
  const type = patchTypeOf(values.type);
  const json = patchJson(values['patch-file'] ? fileText(invocation) : values.patch, values.patch);
  checkLocal(invocation, values.local, dryRun);
  let count = 0;
  new GivenManifests(invocation, values.local).visit(readUnstructured(minor), (manifest) => {
    count++;
    const [before, after] = [manifest.toObject(), patched(manifest, type, json, minor).toObject()];
    const done = goJson(before) === goJson(after) ? 'patched (no change)' : 'patched';
    // Its message does not mention the dry run (ToPrinter of PatchOptions.Complete).
    invocation.printer(done, 'none').print(validatedUnlessLocal(after, values.local, dryRun, invocation));
  });
  if (!count) throw new KubectlError('no objects passed to patch');
}

/** PatchOptions.Validate, 1.36. */
function check({ values, args }: Patch, dryRun: DryRun): void {
  if (values.patch && values['patch-file']) {
    throw new KubectlError('cannot specify --patch and --patch-file together');
  }
  if (!values.patch && !values['patch-file']) {
    throw new KubectlError('must specify --patch or --patch-file containing the contents of the patch');
  }
  if (values.local && args.length) throw new KubectlError('cannot specify --local and server resources');
  if (values.local && dryRun === 'server') throw new KubectlError(BOTH_LOCAL_AND_SERVER);
}

function fileText({ values, world }: Patch): string {
  const path = values['patch-file'];
  try {
    return world.files.read(path).toString();
  } catch (error) {
    const step = (error as NodeJS.ErrnoException).code === 'EISDIR' ? 'read' : 'open';
    throw new KubectlError(`unable to read patch file: ${step} ${path}: ${fileProblem(error)}`);
  }
}
