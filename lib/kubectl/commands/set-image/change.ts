import { quote } from '../../../go/format';
import { KubectlError } from '../../errors';
import type { Pairs } from '../../flag-values/pairs';
import type { Container, PodSpec } from '../../change/pod-spec';

/** What is wrong with the images of `kubectl set image` (SetImageOptions.Validate, 1.36). */
export function imageProblem(images: Pairs['set']): string | undefined {
  if (!images.size) return 'at least one image update is required';
  const many = images.size > 1 && images.has('*');
  return many
    ? 'all containers are already specified by *, but saw more than one container_name=container_image pairs'
    : undefined;
}

/** Sets the images of containers by name, `*` for all; gives back what names no container. */
export function setImages(
  { containers = [], initContainers = [] }: PodSpec,
  images: Pairs['set'],
): KubectlError[] {
  const all = [...initContainers, ...containers];
  return [...images].flatMap(([name, image]) =>
    setImage(all, name, image)
      ? []
      : [new KubectlError(`error: unable to find container named ${quote(name)}`)],
  );
}

function setImage(all: readonly Container[], wanted: string, image: string): boolean {
  const found = all.filter(({ name = '' }) => name === wanted || wanted === '*');
  for (const container of found) container.image = image;
  return found.length > 0;
}
