import { collectError, KubectlError, throwIfAny } from '../errors';
import { type Manifest, objectName } from '../manifests/manifest';
import type { TypedManifest } from '../manifests/typed';
import { goJson } from '../../go/marshal';
import type { FlagTable } from '../flags/flag';
import type { RECORD_FLAG } from '../flags/common';
import type { Invocation } from './invocation';
import { changeCause } from './change-cause';

/** A manifest after a command has changed it. */
interface Changed {
  readonly manifest: TypedManifest;
  readonly different: boolean;
  readonly error?: KubectlError;
}

export interface Changes {
  /** Changes a manifest; whether there was anything to change. */
  readonly change: (manifest: TypedManifest) => boolean;
  /** Prints a manifest that is another now. */
  readonly print: (manifest: TypedManifest) => void;
  /** What is said beforehand, put there by `change`. */
  readonly errors?: KubectlError[];
  /** Whether those are printed, too, that are as before. */
  readonly always?: boolean;
}

/**
 * Changes all manifests, then prints those that are different (CalculatePatches and what follows, kubectl
 * pkg/cmd/set 1.36).
 *
 * @throws KubectlError of all that went wrong
 */
export function changeAll(
  manifests: readonly TypedManifest[],
  { change, print, errors = [], always = false }: Changes,
): void {
  const changed = manifests.flatMap((manifest) => changedBy(manifest, change));
  for (const { manifest, different, error } of changed) {
    if (error) errors.push(new KubectlError(`error: ${objectName(manifest)} ${error.message}\n`));
    else if (different || always) collectError(errors, () => print(manifest));
  }
  throwIfAny(errors);
}

function changedBy(manifest: TypedManifest, change: Changes['change']): Changed[] {
  const before = goJson(manifest.toObject());
  const errors: KubectlError[] = [];
  let applies = false;
  collectError(errors, () => {
    applies = change(manifest);
  });
  if (errors.length) return [{ manifest, different: false, error: errors[0] }];
  return applies ? [{ manifest, different: goJson(manifest.toObject()) !== before }] : [];
}

/**
 * Keeps the command line in an annotation where that is asked for (ChangeCauseRecorder.Record, cli-runtime
 * 1.36).
 */
export function record(
  manifest: Manifest,
  invocation: Pick<Invocation<FlagTable & typeof RECORD_FLAG>, 'values' | 'path' | 'args' | 'given'>,
): void {
  if (invocation.values.record) manifest.annotate('kubernetes.io/change-cause', changeCause(invocation));
}
