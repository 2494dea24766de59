import { dnsSubdomain } from '../../../apimachinery/dns';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ServiceSpec } from '../../schema/types';
import { judgeReference } from '../renaming';
import { isExposed, isHeadless, NONE } from './subject';

const TYPES = ['ClusterIP', 'ExternalName', 'LoadBalancer', 'NodePort'];
const KUBELET_PORT = 10_250;

/** What validateService, pkg/apis/core/validation 1.36, asks of some types first. */
export const FIELDS_OF_TYPE = defineRule<Rule<ServiceSpec>>({
  id: 'service-type',
  stage: 'judge',
  mistake: 'an unknown type of Service, or a field that a Service of its type may not have',
  suggestion: 'remove the field, or change the type',
  judge(spec, at) {
    const { type } = spec;
    if (type === 'LoadBalancer' && at.minor < 33) judgeKubeletPort(spec, at);
    if (isExposed(spec) && isHeadless(spec)) {
      const text = `may not be set to 'None' for ${type} services`;
      at.field('clusterIPs').index(0).shownAt(at.field('clusterIP')).invalid(NONE, text, {
        suggestion: 'remove clusterIP, or use the type ClusterIP',
      });
    }
    if (type === 'ExternalName') judgeExternalName(spec, at);
  },
});

/** Up to 1.32. */
function judgeKubeletPort({ ports = [] }: ServiceSpec, at: Field): void {
  ports.forEach(({ port }, index) => {
    if (port !== KUBELET_PORT) return;
    at.field('ports')
      .index(index)
      .invalid(port, `may not expose port ${port} externally since it is used by kubelet`, {
        suggestion: 'use another port',
      });
  });
}

function judgeExternalName(spec: ServiceSpec, at: Field): void {
  const { clusterIPs = [], ipFamilies = [], ipFamilyPolicy, externalName = '' } = spec;
  const forbidden = 'may not be set for ExternalName services';
  if (clusterIPs.length) {
    at.field('clusterIPs').shownAt(at.field('clusterIP')).forbidden(forbidden, { suggestion: 'remove it' });
  }
  if (ipFamilies.length) at.field('ipFamilies').forbidden(forbidden);
  if (ipFamilyPolicy !== undefined) at.field('ipFamilyPolicy').forbidden(forbidden);
  const name = externalName.replace(/\.$/, '');
  const place = at.field('externalName');
  if (name) judgeReference(name, dnsSubdomain, place);
  else place.required('', { suggestion: 'set externalName to the DNS name of the service' });
}

/** What validateService, 1.36, asks of the type after that. */
export const SERVICE_TYPE: Rule<ServiceSpec> = {
  id: FIELDS_OF_TYPE.id,
  judge({ type = '', ports = [] }, at) {
    if (!TYPES.includes(type)) at.field('type').notSupported(type, TYPES);
    if (type !== 'ClusterIP') return;
    ports.forEach(({ nodePort = 0 }, index) => {
      if (nodePort === 0) return;
      const place = at.field('ports').index(index).field('nodePort');
      place.forbidden("may not be used when `type` is 'ClusterIP'", {
        suggestion: 'remove nodePort, or set type: NodePort',
      });
    });
  },
};
