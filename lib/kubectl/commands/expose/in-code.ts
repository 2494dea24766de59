import { inputFromOptions, type Options } from '../../option-flags';
import { type GeneratedManifest, generatedManifest } from '../../generated-manifest';
import { readGiven } from '../../manifests/plain-copy';
import { readTyped } from '../../manifests/typed';
import { readUnstructured } from '../../manifests/unstructured';
import { checkExposable, type Exposed } from './exposed';
import { EXPOSE_FLAGS } from './flags';
import { Exposer } from './service';

/** The Service for an object. */
export const expose = (manifest: unknown, options: Options): GeneratedManifest =>
  generatedManifest(options, (warn) => {
    const { values, namespace, minor } = inputFromOptions(EXPOSE_FLAGS, '', options, warn);
    const head = readGiven(readUnstructured(minor), manifest);
    if (head.apiVersion) checkExposable(head);
    const { apiVersion, kind, object } = readGiven(readTyped(minor), manifest);
    return new Exposer(values, namespace, minor).service({ ...object, apiVersion, kind } as Exposed);
  });
