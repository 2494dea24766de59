import { FLOW_SCHEMA_RULE } from '../rules/flowcontrol/flow-schema';
import { MANDATORY_FLOW_SCHEMA } from '../rules/flowcontrol/mandatory';
import { FLOW_SCHEMA_RULES } from '../rules/flowcontrol/policy-rules';
import { effectiveName } from '../rules/metadata';
import type { FlowSchema } from '../schema/types';
import type { Strategy } from './strategy';

const DEFAULT_PRECEDENCE = 1000;

export const FLOW_SCHEMA: Strategy<FlowSchema> = {
  apiVersion: 'flowcontrol.apiserver.k8s.io/v1',
  kind: 'FlowSchema',
  generationSince: 30,

  /** SetDefaults_FlowSchemaSpec, pkg/apis/flowcontrol/v1 1.30 to 1.37. */
  applyDefaults(schema) {
    (schema.spec ??= {}).matchingPrecedence ||= DEFAULT_PRECEDENCE;
  },

  /** ValidateFlowSchema, pkg/apis/flowcontrol/validation 1.37. A server drops the status before. */
  validate({ metadata, spec = {} }, root) {
    const at = root.field('spec');
    const name = effectiveName(metadata ?? {});
    at.apply(FLOW_SCHEMA_RULE, { name, spec });
    at.field('rules').apply(FLOW_SCHEMA_RULES, spec.rules ?? []);
    at.apply(MANDATORY_FLOW_SCHEMA, { name, spec });
  },

  complete(schema) {
    schema.status = {};
  },
};
