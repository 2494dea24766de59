import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { IngressTLS } from '../../schema/types';
import { dnsSubdomain } from '../../../apimachinery/dns';
import { judgeReference } from '../renaming';
import { HOST } from './ingress-host';

/** validateIngressTLS, pkg/apis/networking/validation 1.36. */
export function judgeTls({ hosts, secretName }: IngressTLS, at: Field): void {
  hosts?.forEach((host, index) => at.field('hosts').index(index).apply(HOST, host));
  if (secretName) at.field('secretName').apply(SECRET, secretName);
}

export const SECRET = defineRule<Rule<string>>({
  id: 'ingress-secret',
  stage: 'judge',
  mistake: 'a malformed name of the Secret with a certificate',
  suggestion: 'set `secretName` to the name of a Secret in the same namespace',
  judge: (name, at) => judgeReference(name, dnsSubdomain, at),
});
