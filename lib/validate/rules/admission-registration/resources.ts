import { strings } from '../../../go/format';
import type { Field } from '../../field';

/** validateResources, pkg/apis/admissionregistration/validation 1.36. */
export function judgeResources(resources: readonly string[], at: Field): void {
  if (!resources.length) at.required('', { suggestion: 'list resources, or "*" for all' });
  const stars = new Stars();
  // The server asks this of the last resource that has no subresource.
  let hasPlain = false;
  resources.forEach((resource, index) => {
    const place = at.index(index);
    const slash = resource.indexOf('/');
    if (!resource) place.required('', { suggestion: 'name the resource' });
    else if (slash < 0) hasPlain = resource !== '*';
    else stars.judge(resource, resource.slice(0, slash), resource.slice(slash + 1), place);
  });
  if (resources.length > 1 && resources.includes('*/*')) {
    at.invalid(strings(resources), "if '*/*' is present, must not specify other resources", {
      suggestion: 'keep */* alone',
    });
  }
  if (resources.includes('*') && hasPlain) {
    const text = "if '*' is present, must not specify other resources without subresources";
    at.invalid(strings(resources), text, { suggestion: 'keep *, or the others' });
  }
}

/** Which resources and subresources are covered by a star so far. */
class Stars {
  private readonly resources = new Set<string>();
  private readonly subresources = new Set<string>();

  judge(text: string, resource: string, subresource: string, at: Field): void {
    const covered = { suggestion: 'remove one of them' };
    if (this.resources.has(resource)) {
      at.invalid(text, `if '${resource}/*' is present, must not specify ${text}`, covered);
    }
    if (this.subresources.has(subresource)) {
      at.invalid(text, `if '*/${subresource}' is present, must not specify ${text}`, covered);
    }
    if (subresource === '*') this.resources.add(resource);
    if (resource === '*') this.subresources.add(subresource);
  }
}
