import { quote } from '../../go/format';
import { imageNameOf } from './images';
import type { Lint } from './pod';
import { OLD_REGISTRY, TRAIT } from './traits';

/**
 * An image has a tag other than `latest`, or a digest: what runs is otherwise what the registry has at the
 * time, and differs from node to node.
 */
export const IMAGE_TAG: Lint = {
  id: 'image-tag',
  judge({ containers }, report) {
    for (const container of containers) {
      const name =
        container.role === 'ephemeral' || hasTag(container.spec.image)
          ? undefined
          : imageNameOf(container.spec.image);
      if (!name || name.digest || (name.tag && name.tag !== 'latest')) continue;
      const problem = name.tag ? 'has the tag "latest", which moves' : 'has no tag, so that it is "latest"';
      report(
        container.path.child('image'),
        `${quote(container.spec.image!)} ${problem}`,
        `name a version, such as "${name.base}:1.2.3", or a digest`,
      );
    }
  },
};

/** A cheap look at what most images are. */
function hasTag(image = ''): boolean {
  const colon = image.lastIndexOf(':');
  return colon > image.lastIndexOf('/') && !image.endsWith(':latest');
}

const NEW_REGISTRY = 'registry.k8s.io/';

/** The community's images have moved: the old registry has been frozen since April 2023. */
export const IMAGE_REGISTRY: Lint = {
  id: 'image-registry',
  needs: TRAIT.OLD_REGISTRY,
  judge({ containers }, report) {
    for (const container of containers) {
      const { image } = container.spec;
      if (!image?.startsWith(OLD_REGISTRY)) continue;
      report(
        container.path.child('image'),
        `${quote(image)} is in a registry that gets no new images`,
        `use ${quote(NEW_REGISTRY + image.slice(OLD_REGISTRY.length))}`,
      );
    }
  },
};
