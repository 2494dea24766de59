import { changeTyped } from '../../change/in-code';
import { podSpecOf } from '../../change/pod-spec';
import { KubectlError, throwAll } from '../../errors';
import type { Made } from '../../made';
import { imageProblem, setImages } from './change';
import type { KubectlSetImageOptions } from './options';

export function setImage(manifest: unknown, options: KubectlSetImageOptions): Made {
  const images = new Map(Object.entries(options.images));
  const problem = imageProblem(images);
  if (problem !== undefined) throw new KubectlError(problem);
  return changeTyped(manifest, options, ['images'], (object) =>
    throwAll(setImages(podSpecOf(object), images)),
  );
}
