import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import { list } from '../../../go/value';
import type { HTTPIngressPath, IngressRule, IngressSpec } from '../../schema/types';
import { BACKEND } from './ingress-backend';
import { CLASS_NAME } from './ingress-class-name';
import { RULE_HOST } from './ingress-host';
import { PATH } from './ingress-path';
import { judgeTls } from './ingress-tls';

/** ValidateIngressSpec, pkg/apis/networking/validation 1.36. */
export function judgeIngress(spec: IngressSpec, at: Field): void {
  at.apply(TARGETS, spec);
  if (spec.defaultBackend) at.field('defaultBackend').apply(BACKEND, spec.defaultBackend);
  spec.rules?.forEach((rule, index) => judgeRule(rule, at.field('rules').index(index)));
  spec.tls?.forEach((tls, index) => judgeTls(tls, at.field('tls').index(index)));
  if (spec.ingressClassName !== undefined) {
    at.field('ingressClassName').apply(CLASS_NAME, spec.ingressClassName);
  }
}

function judgeRule({ host, http }: IngressRule, at: Field): void {
  if (host) at.field('host').apply(RULE_HOST, host);
  if (!http) return;
  const { paths = [] } = http;
  at.field('http', 'paths').apply(PATHS, paths);
  paths.forEach((path, index) => judgePath(path, at.field('http', 'paths').index(index)));
}

/** validateHTTPIngressPath, 1.36: without a type, a server does not come to the backend. */
function judgePath(path: HTTPIngressPath, at: Field): void {
  at.apply(PATH, path);
  if (path.pathType !== undefined) at.field('backend').apply(BACKEND, path.backend ?? {});
}

export const INGRESS_RULES = defineRule({
  id: 'ingress-rules',
  stage: 'judge',
  mistake: 'an Ingress with neither `rules` nor `defaultBackend`, or a rule for HTTP without paths',
  suggestion: 'add a rule with a path and its backend',
});

const TARGETS: Rule<IngressSpec> = {
  id: INGRESS_RULES.id,
  judge({ rules, defaultBackend }, at) {
    if (rules?.length || defaultBackend) return;
    at.invalid(
      list(rules && [], 'networking.IngressRule'),
      'either `defaultBackend` or `rules` must be specified',
      { suggestion: 'add a rule with a path and its backend, or set defaultBackend' },
    );
  },
};

const PATHS: Rule<readonly HTTPIngressPath[]> = {
  id: INGRESS_RULES.id,
  judge(paths, at) {
    if (!paths.length) at.required('', { suggestion: 'add a path with its pathType and backend' });
  },
};
