import { hasPrefix } from '../annotations';
import { FieldPath } from '../path';
import type { Verdict } from '../verdict';
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
export function warnOfContainers(
  { spec, annotations }: TemplateSubject,
  path: FieldPath,
  verdict: Verdict,
): void {
  const isTemplate = path !== FieldPath.ROOT;
  const mentioned = annotations && hasPrefix(annotations, CONTAINER_ANNOTATIONS);
  visitContainers(spec, path.field('spec'), (container, place) => {
    if (mentioned) verdict.apply(CONTAINER_SECCOMP, { container, spec, annotations }, path);
    if (mentioned && isTemplate) verdict.apply(TEMPLATE_APP_ARMOR, { container, spec, annotations }, path);
    if (container.resources) {
      verdict.apply(FRACTIONAL_RESOURCES, container.resources, place().field('resources'));
    }
    if (container.env && container.env.length > 1) {
      verdict.apply(HIDDEN_ENV, container.env, place().field('env'));
    }
  });
}
