import type { Field } from '../field';
import { hasPrefix } from '../annotations';
import { CONTAINER_SECCOMP, type TemplateSubject } from './annotations';
import { TEMPLATE_APP_ARMOR } from './app-armor';
import { HIDDEN_ENV } from './env';
import { FRACTIONAL_RESOURCES } from './fractional-bytes';
import { visitContainers } from './visit';

/** How the keys of both annotations of containers begin. */
const CONTAINER_ANNOTATIONS = 'container.';

/**
 * What a server says of each container of a Pod, or of the template at `path`: the first visit of
 * warningsForPodSpecAndMeta, pkg/api/pod 1.36.
 */
export function warnOfContainers({ spec, annotations }: TemplateSubject, at: Field): void {
  const isTemplate = !at.isRoot();
  const mentioned = annotations && hasPrefix(annotations, CONTAINER_ANNOTATIONS);
  visitContainers(spec, at.field('spec'), (container, place) => {
    if (mentioned) at.apply(CONTAINER_SECCOMP, { container, spec, annotations });
    if (mentioned && isTemplate) at.apply(TEMPLATE_APP_ARMOR, { container, spec, annotations });
    if (container.resources) {
      place().field('resources').apply(FRACTIONAL_RESOURCES, container.resources);
    }
    if (container.env && container.env.length > 1) {
      place().field('env').apply(HIDDEN_ENV, container.env);
    }
  });
}
