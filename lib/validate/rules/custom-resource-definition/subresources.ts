import type { Field } from '../../field';
import { goString } from '../../../go/format';
import { defineRule, type Rule } from '../../rule';
import type { CustomResourceSubresources } from '../../schema/types';
import { judgeSimplePath } from './simple-path';

/** ValidateCustomResourceDefinitionSubresources, pkg/apis/apiextensions/validation 1.30 to 1.37. */
export const SUBRESOURCES = defineRule<Rule<CustomResourceSubresources>>({
  id: 'crd-scale',
  stage: 'judge',
  mistake: 'a subresource `scale` with a path that is missing or leads elsewhere',
  suggestion: 'use paths such as .spec.replicas and .status.replicas',
  judge({ scale }, at) {
    if (!scale) return;
    const { specReplicasPath = '', statusReplicasPath = '', labelSelectorPath } = scale;
    const place = at.field('scale');
    judgePath(specReplicasPath, '.spec', place.field('specReplicasPath'));
    judgePath(statusReplicasPath, '.status', place.field('statusReplicasPath'));
    if (labelSelectorPath) judgeSelectorPath(labelSelectorPath, place.field('labelSelectorPath'));
  },
});

function judgePath(path: string, root: string, at: Field): void {
  if (!path) {
    at.required('', { suggestion: `set ${at.last}, such as ${root}.replicas` });
  } else if (judgeSimplePath(path, at) && !path.startsWith(`${root}.`)) {
    at.invalid(path, `should be a json path under ${root}`);
  }
}

function judgeSelectorPath(path: string, at: Field): void {
  if (judgeSimplePath(path, at) && !/^\.(?:spec|status)\./.test(path)) {
    at.invalid(goString(path), 'should be a json path under either .spec or .status');
  }
}
