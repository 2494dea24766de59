import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { Mutation } from '../../schema/types';
import { judgeExpression } from './expressions';

/** Where each type of patch has its expression, in the order of a server's message. */
const FIELDS = { ApplyConfiguration: 'applyConfiguration', JSONPatch: 'jsonPatch' } as const;

type PatchType = keyof typeof FIELDS;

const PATCH_TYPES = Object.keys(FIELDS) as PatchType[];

/** validateMutation, pkg/apis/admissionregistration/validation 1.36, without compiling. */
export const POLICY_MUTATIONS = defineRule<Rule<readonly Mutation[]>>({
  id: 'admission-mutations',
  stage: 'judge',
  mistake: 'a mutation without a patch type, or without the patch of its type',
  suggestion: 'set `patchType`, and `applyConfiguration` or `jsonPatch` to match it',
  judge: (mutations, at) => mutations.forEach((mutation, index) => judgeMutation(mutation, at.index(index))),
});

function judgeMutation(mutation: Mutation, at: Field): void {
  const { patchType: type } = mutation;
  const place = at.field('patchType');
  if (!type) place.required('', { suggestion: `set patchType to ${PATCH_TYPES.join(' or ')}` });
  else if (!Object.hasOwn(FIELDS, type)) place.notSupported(type, PATCH_TYPES);
  else judgePatch(mutation, type as PatchType, at);
}

function judgePatch(mutation: Mutation, type: PatchType, at: Field): void {
  const own = FIELDS[type];
  const patch = mutation[own];
  if (!patch) at.field(own).required(`must be specified when patchType is ${type}`);
  else judgeExpression(patch.expression, at.field(own, 'expression'));
  for (const other of Object.values(FIELDS)) {
    if (other === own || !mutation[other]) continue;
    at.field(other).invalid(`{${other}}`, `must not be specified when patchType is ${type}`, {
      suggestion: `remove ${other}, or change patchType`,
    });
  }
}
