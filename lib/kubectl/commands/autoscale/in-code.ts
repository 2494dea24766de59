import { givenByOptions, type Options } from '../../given-options';
import { type Made, manifestOf } from '../../made';
import { checkRead } from '../../manifests/check-read';
import { readUnstructured } from '../../manifests/unstructured';
import type { Exposed } from '../expose/exposed';
import { AUTOSCALE_FLAGS } from './flags';
import { autoscalerOf, checkAutoscale } from './autoscaler';

/** The HorizontalPodAutoscaler for an object. */
export const autoscale = (object: Exposed, options: Options): Made =>
  manifestOf(options, (warn) => {
    const { values, namespace, minor } = givenByOptions(AUTOSCALE_FLAGS, '', options, warn);
    checkAutoscale(values);
    checkRead(readUnstructured(minor), object);
    const { apiVersion, kind, metadata } = object;
    return autoscalerOf({ apiVersion, kind, name: metadata?.name ?? '' }, values, namespace, minor);
  });
