import { portNumber } from '../../../apimachinery/ports';
import { goPlain } from '../../../go/format';
import { named } from '../../../go/value';
import type { Field } from '../../field';
import { isOn } from '../../gates/gates';
import { defineRule, type Rule } from '../../rule';
import type { ServiceSpec } from '../../schema/types';
import { isExternal, needsHealthCheck } from './subject';

const POLICIES = ['Cluster', 'Local'];
const DISTRIBUTIONS = ['PreferClose', 'PreferSameZone', 'PreferSameNode'];

/**
 * validateServiceExternalTrafficPolicy, validateServiceInternalTrafficFieldsValue and
 * validateServiceTrafficDistribution, pkg/apis/core/validation 1.36.
 */
export const TRAFFIC = defineRule<Rule<ServiceSpec>>({
  id: 'service-traffic',
  stage: 'judge',
  mistake: 'an unknown traffic policy or distribution, or an external one in a Service that is only internal',
  suggestion: 'use a value in the message, or remove the field',
  judge(spec, at) {
    judgeExternal(spec, at.field('externalTrafficPolicy'));
    judgeHealthCheck(spec, at.field('healthCheckNodePort'));
    const { internalTrafficPolicy, trafficDistribution } = spec;
    if (internalTrafficPolicy !== undefined && !POLICIES.includes(internalTrafficPolicy)) {
      at.field('internalTrafficPolicy').notSupported(internalTrafficPolicy, POLICIES);
    }
    if (trafficDistribution === undefined) return;
    const known = DISTRIBUTIONS.slice(0, isOn('PreferSameTrafficDistribution', at.minor) ? 3 : 1);
    if (known.includes(trafficDistribution)) return;
    at.field('trafficDistribution').notSupported(goPlain(trafficDistribution), known);
  },
});

function judgeExternal(spec: ServiceSpec, at: Field): void {
  const { externalTrafficPolicy = '' } = spec;
  if (isExternal(spec)) {
    if (!POLICIES.includes(externalTrafficPolicy)) at.notSupported(externalTrafficPolicy, POLICIES);
  } else if (externalTrafficPolicy) {
    at.invalid(named(externalTrafficPolicy), 'may only be set for externally-accessible services', {
      suggestion: 'remove it, or set type: LoadBalancer or NodePort',
    });
  }
}

function judgeHealthCheck(spec: ServiceSpec, at: Field): void {
  const { healthCheckNodePort: port = 0 } = spec;
  if (port === 0) return;
  if (needsHealthCheck(spec)) {
    return at.invalidEach(port, portNumber(port), { suggestion: 'use a port from 1 to 65535' });
  }
  const text = "may only be set when `type` is 'LoadBalancer' and `externalTrafficPolicy` is 'Local'";
  at.invalid(port, text, { suggestion: 'remove it' });
}
