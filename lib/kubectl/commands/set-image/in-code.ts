import { changeTyped } from '../../change/in-code';
import { podSpecOf } from '../../change/pod-spec';
import { KubectlError, throwIfAny } from '../../errors';
import type { GeneratedManifest } from '../../generated-manifest';
import { imageProblem, setImages } from './change';
import type { KubectlSetImageOptions } from './options';

export function setImage(manifest: unknown, options: KubectlSetImageOptions): GeneratedManifest {
  const images = new Map(Object.entries(options.images));
  const problem = imageProblem(images);
  if (problem !== undefined) throw new KubectlError(problem);
  return changeTyped(manifest, options, ['images'], (object) =>
    throwIfAny(setImages(podSpecOf(object), images)),
  );
}
