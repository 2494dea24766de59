import { givenByOptions, type Options } from '../../given-options';
import { type Made, manifestOf } from '../../made';
import { readGiven } from '../../manifests/plain';
import { readUnstructured } from '../../manifests/unstructured';
import { autoscalerOf, checkAutoscale } from './autoscaler';
import { AUTOSCALE_FLAGS } from './flags';

/** The HorizontalPodAutoscaler for an object. */
export const autoscale = (manifest: unknown, options: Options): Made =>
  manifestOf(options, (warn) => {
    const { values, namespace, minor } = givenByOptions(AUTOSCALE_FLAGS, '', options, warn);
    checkAutoscale(values);
    return autoscalerOf(readGiven(readUnstructured(minor), manifest), values, namespace, minor);
  });
