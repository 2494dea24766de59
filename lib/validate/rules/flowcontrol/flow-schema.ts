import { among } from '../../among';
import { dnsSubdomain } from '../../../apimachinery/dns';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { FlowSchemaSpec } from '../../schema/types';
import { inGo } from './in-go';

const HIGHEST = 10_000;
const METHODS = ['ByNamespace', 'ByUser'];

export interface FlowSchemaSubject {
  readonly name: string;
  readonly spec: FlowSchemaSpec;
}

/**
 * ValidateFlowSchemaSpec, pkg/apis/flowcontrol/validation 1.30 to 1.37, without its rules. Whether the
 * priority level exists is not known.
 */
export const FLOW_SCHEMA_RULE = defineRule<Rule<FlowSchemaSubject>>({
  id: 'flow-schema',
  stage: 'judge',
  mistake: 'a FlowSchema without a priority level, or with a wrong precedence or distinguisher',
  suggestion: 'name a priority level, and choose a precedence from 2 to 10000',
  judge({ name, spec }, at) {
    const { matchingPrecedence = 0, distinguisherMethod: method, priorityLevelConfiguration: level } = spec;
    judgePrecedence(matchingPrecedence, name, at.field('matchingPrecedence'));
    if (method && !METHODS.includes(method.type ?? '')) {
      const shown = inGo('FlowDistinguisherMethod', method);
      at.field('distinguisherMethod', 'type').notSupported(shown, METHODS, {
        word: method.type,
        ...among(method.type ?? '', METHODS),
      });
    }
    const place = at.field('priorityLevelConfiguration', 'name');
    if (level?.name) place.invalidEach(level.name, dnsSubdomain(level.name));
    else place.required('must reference a priority level');
  },
});

function judgePrecedence(precedence: number, name: string, at: Field): void {
  if (precedence <= 0) at.invalid(precedence, 'must be a positive value');
  if (precedence > HIGHEST) at.invalid(precedence, `must not be greater than ${HIGHEST}`);
  if (precedence === 1 && name !== 'exempt') {
    at.invalid(precedence, "only the schema named 'exempt' may have matchingPrecedence 1", {
      suggestion: 'use 2 or more',
    });
  }
}
