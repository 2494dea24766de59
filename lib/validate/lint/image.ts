import { quote } from '../../go/format';
import { imageNameOf } from './images';
import type { Lint } from './pod';
import { defineRule } from '../rule';
import { hasImagePlaceholder, hasPlaceholder, oldRegistryOf, usesOldRegistry } from './predicates';

/**
 * An image has a tag other than `latest`, or a digest: what runs is otherwise what the registry has at the
 * time, and differs from node to node.
 */
export const IMAGE_TAG = defineRule<Lint>({
  id: 'image-tag',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'an image without a tag, or with the tag `latest`',
  why: 'the version that runs differs between nodes and over time, and cannot be rolled back',
  suggestion: 'use a version or a digest',
  judge({ containers }, report) {
    for (const container of containers) {
      const name =
        container.role === 'ephemeral' || hasTag(container.spec.image)
          ? undefined
          : imageNameOf(container.spec.image);
      if (!name || name.digest || (name.tag && name.tag !== 'latest')) continue;
      const problem = name.tag
        ? 'has the tag "latest", which changes over time'
        : 'has no tag, which means "latest"';
      report(
        container.path.field('image'),
        `${quote(container.spec.image!)} ${problem}`,
        `use a version, such as "${name.base}:1.2.3", or a digest`,
      );
    }
  },
});

/** A cheap look at what most images are. */
function hasTag(image = ''): boolean {
  const colon = image.lastIndexOf(':');
  return colon > image.lastIndexOf('/') && !image.endsWith(':latest');
}

/** What no image's name contains: a program has yet to replace it. A kubelet answers InvalidImageName. */
export const IMAGE_PLACEHOLDER = defineRule<Lint>({
  id: 'image-placeholder',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'an image with a placeholder, such as `${TAG}` or `{{ .Values.tag }}`',
  why: 'the container does not start: `InvalidImageName`',
  suggestion: 'replace it before the manifest is applied, for example with `envsubst`',
  when: [hasImagePlaceholder],
  judge({ containers }, report) {
    const container = containers.find((one) => hasPlaceholder(one.spec.image));
    if (!container) return;
    report(
      container.path.field('image'),
      `${quote(container.spec.image!)} contains a placeholder that has not been replaced`,
      'replace it before the manifest is applied, for example with envsubst',
    );
  },
});

const NEW_REGISTRY = 'registry.k8s.io/';

/** The community's images have moved: the old registries have been frozen since April 2023. */
export const IMAGE_REGISTRY = defineRule<Lint>({
  id: 'image-registry',
  stage: 'lint',
  section: 'containers',
  level: 'warning',
  mistake: 'an image from `k8s.gcr.io` or `gcr.io/google-containers`',
  why: 'these registries have been frozen since April 2023',
  suggestion: 'use the same name at `registry.k8s.io`',
  when: [usesOldRegistry],
  judge({ containers }, report) {
    for (const container of containers) {
      const { image } = container.spec;
      const registry = oldRegistryOf(image);
      if (!registry) continue;
      report(
        container.path.field('image'),
        `${quote(image!)} is in a registry that is frozen`,
        `use ${quote(NEW_REGISTRY + image!.slice(registry.length))}`,
      );
    }
  },
});
