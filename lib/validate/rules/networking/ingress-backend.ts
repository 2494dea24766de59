import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { IngressBackend, IngressServiceBackend } from '../../schema/types';
import { dns1035Label, dnsLabel } from '../../../apimachinery/dns';
import { portName, portNumber } from '../../../apimachinery/ports';
import { judgeReference } from '../renaming';
import { judgeTypedReference } from './typed-reference';

/** Where requests go: validateIngressBackend, pkg/apis/networking/validation 1.36. */
export const BACKEND = defineRule<Rule<IngressBackend>>({
  id: 'ingress-backend',
  stage: 'judge',
  mistake: 'a backend that is neither a Service with one port nor another object, or that is both',
  suggestion: 'set `service.name` and one of `service.port.number` and `service.port.name`',
  judge({ resource, service }, at) {
    if (resource && service) {
      at.invalid('', 'cannot set both resource and service backends', { suggestion: 'remove one of them' });
    } else if (resource) {
      judgeTypedReference(resource, at.field('resource'));
    } else if (service) {
      judgeService(service, at);
    } else {
      at.invalid('', 'resource or service backend is required', {
        suggestion: 'set service.name and service.port.number',
      });
    }
  },
});

function judgeService({ name, port = {} }: IngressServiceBackend, at: Field): void {
  const service = at.field('service');
  if (name) judgeReference(name, at.minor >= 36 ? dnsLabel : dns1035Label, service.field('name'));
  else service.field('name').required('', { suggestion: 'set the name of a Service' });
  if (port.name && port.number) {
    at.shownAt(service.field('port')).invalid('', 'cannot set both port name & port number', {
      suggestion: 'remove port.name or port.number',
    });
  } else if (port.name) {
    judgePortName(port.name, service.field('port', 'name'));
  } else if (port.number) {
    service.field('port', 'number').invalidEach(port.number, portNumber(port.number), {
      suggestion: 'use a port from 1 to 65535',
    });
  } else {
    at.shownAt(service.field('port')).required('port name or number is required', {
      suggestion: 'set port.number or port.name to that of a port of the Service',
    });
  }
}

function judgePortName(name: string, at: Field): void {
  const isNumber = /^\d+$/.test(name);
  judgeReference(name, portName, at, {
    suggestion: isNumber
      ? `set port.number to ${name} instead`
      : 'use the name of a port of the Service: at most 15 lowercase letters, digits and single hyphens',
  });
}
