import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { FlowSchemaSpec, PriorityLevelConfigurationSpec } from '../../schema/types';
import { inGo, isSame } from './in-go';

const EVERYTHING = {
  resourceRules: [
    { verbs: ['*'], apiGroups: ['*'], resources: ['*'], namespaces: ['*'], clusterScope: true },
  ],
  nonResourceRules: [{ verbs: ['*'], nonResourceURLs: ['*'] }],
};

const groups = (...names: string[]) => names.map((name) => ({ kind: 'Group', group: { name } }));

/** MandatoryFlowSchemas, apiserver pkg/apis/flowcontrol/bootstrap 1.30 to 1.37. */
const FLOW_SCHEMAS: { readonly [name: string]: FlowSchemaSpec } = {
  exempt: {
    priorityLevelConfiguration: { name: 'exempt' },
    matchingPrecedence: 1,
    rules: [{ subjects: groups('system:masters'), ...EVERYTHING }],
  },
  'catch-all': {
    priorityLevelConfiguration: { name: 'catch-all' },
    matchingPrecedence: 10000,
    distinguisherMethod: { type: 'ByUser' },
    rules: [{ subjects: groups('system:unauthenticated', 'system:authenticated'), ...EVERYTHING }],
  },
};

/** MandatoryPriorityLevelConfigurations, apiserver pkg/apis/flowcontrol/bootstrap 1.30 to 1.37. */
const PRIORITY_LEVELS: { readonly [name: string]: PriorityLevelConfigurationSpec } = {
  exempt: { type: 'Exempt', exempt: { nominalConcurrencyShares: 0, lendablePercent: 0 } },
  'catch-all': {
    type: 'Limited',
    limited: { nominalConcurrencyShares: 5, lendablePercent: 0, limitResponse: { type: 'Reject' } },
  },
};

interface Named<Spec> {
  readonly name: string;
  readonly spec: Spec;
}

/** ValidateFlowSchema, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
export const MANDATORY_FLOW_SCHEMA = defineRule<Rule<Named<FlowSchemaSpec>>>({
  id: 'mandatory-flow-schema',
  stage: 'judge',
  mistake: 'a FlowSchema or PriorityLevelConfiguration `exempt` or `catch-all` other than the fixed one',
  suggestion: 'use another name: servers make these objects themselves',
  judge({ name, spec }, at) {
    if (!Object.hasOwn(FLOW_SCHEMAS, name) || isSame('FlowSchemaSpec', spec, FLOW_SCHEMAS[name])) return;
    refuse('FlowSchemaSpec', spec, `spec of '${name}' must equal the fixed value`, at);
  },
});

/** ValidateIfMandatoryPriorityLevelConfigurationObject, pkg/apis/flowcontrol/validation 1.30 to 1.37. */
export const MANDATORY_PRIORITY_LEVEL: Rule<Named<PriorityLevelConfigurationSpec>> = {
  id: MANDATORY_FLOW_SCHEMA.id,
  judge({ name, spec }, at) {
    if (!Object.hasOwn(PRIORITY_LEVELS, name)) return;
    const fixed = PRIORITY_LEVELS[name];
    const judged = name === 'exempt' ? { ...spec, exempt: fixed.exempt } : spec;
    if (isSame('PriorityLevelConfigurationSpec', judged, fixed)) return;
    const but = name === 'exempt' ? " except the 'spec.exempt' field" : '';
    const text = `spec of '${name}'${but} must equal the fixed value`;
    refuse('PriorityLevelConfigurationSpec', spec, text, at);
  },
};

const refuse = (type: string, spec: object, text: string, at: Field) =>
  at.invalid(inGo(type, spec), text, { suggestion: 'use another name: servers make this object themselves' });
