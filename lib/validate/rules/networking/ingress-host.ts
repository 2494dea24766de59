import type { Field, Hint } from '../../field';
import { defineRule, type Rule } from '../../rule';
import { dnsSubdomain, wildcardSubdomain } from '../../../apimachinery/dns';
import { parseSloppyAddress } from '../../../apimachinery/sloppy-address';
import { renamed } from '../renaming';

/** A host of a certificate: validateIngressTLS, pkg/apis/networking/validation 1.36. */
export const HOST = defineRule<Rule<string>>({
  id: 'ingress-host',
  stage: 'judge',
  mistake: 'a host that is not a DNS name: with a scheme, a port, a path, or `*` beyond the first label',
  suggestion: 'use a DNS name such as `www.example.com` or `*.example.com`',
  judge: (host, at) =>
    judgeHost(host, at, {
      suggestion: 'use a DNS name such as "www.example.com" or "*.example.com"',
    }),
});

/** A host of a rule: validateIngressRules, 1.36. */
export const RULE_HOST: Rule<string> = {
  id: HOST.id,
  judge(host, at) {
    if (parseSloppyAddress(host)) {
      at.invalid(host, 'must be a DNS name, not an IP address', NO_HOST);
    }
    judgeHost(host, at, NO_HOST);
  },
};

const NO_HOST = { suggestion: 'use a DNS name, or remove host: the rule then holds for every host' };

function judgeHost(host: string, at: Field, otherwise: Hint): void {
  const messages = formatOf(host)(host);
  if (messages.length) at.invalidEach(host, messages, renamed(meantBy(host)) ?? otherwise);
}

const URL = /^(?:[a-z]+:\/\/)?([^/:]+)(?::\d*)?(?:\/.*)?$/i;

/** What is left of a URL, in lower case. */
function meantBy(host: string): string | undefined {
  const name = (URL.exec(host)?.[1] ?? host).toLowerCase();
  return [name, name.replace(/^\*\.?/, '*.')].find(isHost);
}

const isHost = (text: string) => !parseSloppyAddress(text) && formatOf(text)(text).length === 0;

const formatOf = (host: string) => (host.includes('*') ? wildcardSubdomain : dnsSubdomain);
