import { inputFromOptions, type Options } from '../../option-flags';
import { type GeneratedManifest, generatedManifest } from '../../generated-manifest';
import { readGiven } from '../../manifests/plain-copy';
import { readUnstructured } from '../../manifests/unstructured';
import { autoscalerOf, checkAutoscale } from './autoscaler';
import { AUTOSCALE_FLAGS } from './flags';

/** The HorizontalPodAutoscaler for an object. */
export const autoscale = (manifest: unknown, options: Options): GeneratedManifest =>
  generatedManifest(options, (warn) => {
    const { values, namespace, minor } = inputFromOptions(AUTOSCALE_FLAGS, '', options, warn);
    checkAutoscale(values);
    return autoscalerOf(readGiven(readUnstructured(minor), manifest), values, namespace, minor);
  });
