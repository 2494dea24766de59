import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import { PATH_SEGMENT_NAME } from '../names';
import { judgeReference } from '../renaming';

interface Reference {
  readonly apiVersion?: string;
  readonly kind?: string;
  readonly name?: string;
}

export const AUTOSCALER_TARGET = defineRule<Rule<Reference>>({
  id: 'autoscaler-target',
  stage: 'judge',
  mistake: 'an autoscaler whose target has no kind, name or API group, or malformed ones',
  suggestion: 'name the workload by `apiVersion`, `kind` and `name`, such as `apps/v1`, `Deployment`, `web`',
  judge: (target, at) => judgeObject(target, target.kind === 'ReplicationController', at),
});

/** The object that a metric describes may be of the core group. */
export const MEASURED_OBJECT: Rule<Reference> = {
  id: AUTOSCALER_TARGET.id,
  judge: (object, at) => judgeObject(object, true, at),
};

/** ValidateCrossVersionObjectReference, pkg/apis/autoscaling/validation 1.36. */
function judgeObject({ apiVersion = '', kind = '', name = '' }: Reference, core: boolean, at: Field): void {
  if (!kind) at.field('kind').required('', { suggestion: 'set kind, such as Deployment' });
  else judgeReference(kind, PATH_SEGMENT_NAME, at.field('kind'));
  if (!name) at.field('name').required('', { suggestion: 'set the name of the object' });
  else judgeReference(name, PATH_SEGMENT_NAME, at.field('name'));
  if (at.minor >= 34) judgeVersion(apiVersion, core, at.field('apiVersion'));
}

/** ValidateAPIVersion, pkg/apis/autoscaling/validation 1.34 to 1.36. */
function judgeVersion(apiVersion: string, core: boolean, at: Field): void {
  const slashes = apiVersion.split('/').length - 1;
  if (slashes > 1) {
    at.invalid(apiVersion, `unexpected GroupVersion string: ${apiVersion}`, {
      suggestion: 'use group and version, such as apps/v1',
    });
  } else if (!core && (slashes === 0 || apiVersion.startsWith('/'))) {
    at.invalid(apiVersion, 'apiVersion must specify API group', {
      suggestion: 'use group and version, such as apps/v1',
    });
  }
}
