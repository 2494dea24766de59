import { defineRule, type Rule } from '../../rule';
import type { ObjectMeta } from '../../schema/types';
import { judgeClaimTemplateMetadata } from '../template-metadata';

/** ValidateTemplateObjectMeta, pkg/apis/core/validation 1.36. */
export const CLAIM_TEMPLATE_METADATA = defineRule<Rule<ObjectMeta>>({
  id: 'claim-template-metadata',
  stage: 'judge',
  mistake: 'the metadata of claims made from a ResourceClaimTemplate with more than labels and annotations',
  suggestion: 'keep only well-formed labels and annotations',
  judge: judgeClaimTemplateMetadata,
});
