import { quote } from '../../../go/format';
import { dnsSubdomain } from '../../../apimachinery/dns';
import { defineRule, type Rule } from '../../rule';
import type { ObjectMeta, ObjectReference } from '../../schema/types';
import { PATH_SEGMENT_NAME } from '../names';
import { judgeReference } from '../renaming';

/** ValidatePodBinding, pkg/apis/core/validation 1.30 to 1.37. */
export const BINDING_TARGET = defineRule<Rule<ObjectReference>>({
  id: 'binding-target',
  stage: 'judge',
  mistake: 'a Binding whose target has no name, or is not a Node',
  suggestion: 'set `target.name` to the name of a Node',
  judge({ kind = '', name = '' }, at) {
    const isNode = kind === '' || kind === 'Node';
    if (!isNode) {
      at.field('kind').notSupported(kind, ['Node', '<empty>'], { suggestion: 'use Node, or remove kind' });
    }
    if (!name) at.field('name').required('', { suggestion: 'set the name of a Node' });
    else if (isNode && at.minor >= 37) judgeReference(name, dnsSubdomain, at.field('name'));
  },
});

/** The name of the Pod: NamespaceKeyFunc, apiserver registry/generic/registry 1.36. */
export const BINDING_NAME = defineRule<Rule<ObjectMeta>>({
  id: 'binding-name',
  stage: 'admit',
  mistake: 'a Binding that is not named like a Pod',
  suggestion: 'set `metadata.name` to the name of the Pod',
  judge({ name = '' }, at) {
    const problems = PATH_SEGMENT_NAME(name);
    if (!name) at.badRequest('Name parameter required.', 'set metadata.name to the name of the Pod');
    else if (problems.length) at.badRequest(`Name parameter invalid: ${quote(name)}: ${problems.join(';')}`);
  },
});
