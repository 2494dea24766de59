import type { Field } from '../../field';
import type { Service } from '../../schema/types';
import { SESSION_AFFINITY } from './affinity';
import { EXTERNAL_IPS } from './external-ips';
import { LOAD_BALANCER } from './load-balancer';
import { SERVICE_SELECTOR, TOPOLOGY_ANNOTATIONS } from './metadata';
import { PORTS_MISSING, REPEATED_PORTS, SERVICE_PORTS } from './ports';
import { subjectOf } from './subject';
import { TRAFFIC } from './traffic';
import { FIELDS_OF_TYPE, SERVICE_TYPE } from './type';

/**
 * validateService, pkg/apis/core/validation 1.30 to 1.36, in its order. Cluster IPs and IP families have been
 * judged by the storage before.
 */
export function judgeService(service: Service, root: Field): void {
  const subject = subjectOf(service);
  const { spec, annotations } = subject;
  const at = root.field('spec');
  const ports = at.field('ports');
  root.field('metadata', 'annotations').apply(TOPOLOGY_ANNOTATIONS, annotations);
  ports.apply(PORTS_MISSING, spec);
  at.apply(FIELDS_OF_TYPE, spec);
  ports.apply(SERVICE_PORTS, spec);
  at.field('selector').apply(SERVICE_SELECTOR, spec.selector);
  at.apply(SESSION_AFFINITY, spec);
  at.field('externalIPs').apply(EXTERNAL_IPS, spec.externalIPs ?? []);
  at.apply(SERVICE_TYPE, spec);
  ports.apply(REPEATED_PORTS, spec);
  root.apply(LOAD_BALANCER, subject);
  at.apply(TRAFFIC, spec);
}
