import { minorOf } from '../../validate/kubernetes-version';
import { KubectlError } from '../errors';
import type { Pairs } from '../flag-values/pairs';
import { throwUnknownOption } from '../option-flags';
import type { GeneratedManifest } from '../generated-manifest';
import { readGiven } from '../manifests/plain-copy';
import { readTyped, type TypedManifest } from '../manifests/typed';
import { readUnstructured, type UnstructuredManifest } from '../manifests/unstructured';
import type { KubectlChangeOptions } from '../options/shared';

/*
 * How commands that change a manifest are carried out in code. `known` are the names of their options.
 */

/** Changes a manifest that is read by the types of the API. */
export function changeTyped(
  manifest: unknown,
  options: KubectlChangeOptions,
  known: readonly string[],
  change: (object: TypedManifest, minor: number) => void,
): GeneratedManifest {
  const minor = minorFor(options, known);
  const object = readGiven(readTyped(minor), manifest);
  change(object, minor);
  return { manifest: object.toObject(), warnings: [] };
}

type Change = (object: UnstructuredManifest, minor: number) => UnstructuredManifest;

/** Changes a manifest that is read as it stands. */
export function changeUnstructured(
  manifest: unknown,
  options: KubectlChangeOptions,
  known: readonly string[],
  change: Change,
): GeneratedManifest {
  const minor = minorFor(options, known);
  const object = readGiven(readUnstructured(minor), manifest);
  return { manifest: change(object, minor).toObject(), warnings: [] };
}

function minorFor(options: KubectlChangeOptions, known: readonly string[]): number {
  const all = [...known, 'kubernetesVersion'];
  const unknown = Object.keys(options).find((option) => !all.includes(option));
  if (unknown !== undefined) throwUnknownOption(unknown, all);
  return minorOf(options.kubernetesVersion);
}

/** `key=value` for each entry; a key with `=` would be read as another. */
export function pairsOf(map: { readonly [key: string]: string }, option: string): string[] {
  const wrong = Object.keys(map).find((key) => key.includes('='));
  if (wrong !== undefined) throw new Error(`${option} has a key "${wrong}": a key cannot contain "="`);
  return Object.entries(map).map(([key, value]) => `${key}=${value}`);
}

export function requirePairs({ set, removed }: Pairs, what: string): void {
  if (!set.size && !removed.length) throw new KubectlError(`at least one ${what} update is required`);
}

export const containerNotFound = (containers: string) =>
  new KubectlError(`unable to find container named ${containers}`);
