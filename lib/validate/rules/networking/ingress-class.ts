import type { Field } from '../../field';
import { goPlain } from '../../../go/format';
import { defineRule, type Rule } from '../../rule';
import type { IngressClassParametersReference, IngressClassSpec } from '../../schema/types';
import { dnsLabel } from '../../../apimachinery/dns';
import { domainPathProblems } from '../../../apimachinery/domain-path';
import { byteLength } from '../../../apimachinery/messages';
import { judgeReference } from '../renaming';
import { judgeTypedReference } from './typed-reference';

const CONTROLLER_LENGTH = 250;
const CONTROLLER_HINT = {
  suggestion: 'use the name from the docs of the controller, such as "k8s.io/ingress-nginx"',
};

/** Who serves a class: validateIngressClassSpec, pkg/apis/networking/validation 1.36. */
export const CONTROLLER = defineRule<Rule<string>>({
  id: 'ingress-class-controller',
  stage: 'judge',
  mistake: 'an IngressClass without a controller, or with one that is not a domain followed by a path',
  suggestion: 'set `controller` to a name such as `k8s.io/ingress-nginx`',
  judge(controller, at) {
    if (byteLength(controller) > CONTROLLER_LENGTH) at.tooLong(CONTROLLER_LENGTH);
    if (!controller) return at.required('', CONTROLLER_HINT);
    for (const [part, message] of domainPathProblems(controller)) {
      at.invalid(part, message, CONTROLLER_HINT);
    }
  },
});

const SCOPES = ['Cluster', 'Namespace'];

/** The object with more settings: validateIngressClassParametersReference, 1.36. */
export const PARAMETERS = defineRule<Rule<IngressClassParametersReference>>({
  id: 'ingress-class-parameters',
  stage: 'judge',
  mistake:
    'parameters of an IngressClass without kind or name, or whose namespace does not go with the scope',
  suggestion: 'set `namespace` with the scope `Namespace` only',
  judge(parameters, at) {
    judgeTypedReference(parameters, at);
    judgeScope(parameters, at);
  },
});

function judgeScope({ scope = '', namespace }: IngressClassParametersReference, at: Field): void {
  const place = at.field('namespace');
  if (!SCOPES.includes(scope)) {
    at.field('scope').notSupported(goPlain(scope), SCOPES);
  } else if (scope === 'Cluster') {
    if (namespace === undefined) return;
    place.forbidden("`parameters.scope` is set to 'Cluster'", {
      suggestion: 'remove namespace, or set scope to Namespace',
    });
  } else if (namespace === undefined) {
    place.required("`parameters.scope` is set to 'Namespace'");
  } else {
    judgeReference(namespace, dnsLabel, place);
  }
}

/** validateIngressClassSpec, 1.36. */
export function judgeIngressClass({ controller = '', parameters }: IngressClassSpec, at: Field): void {
  at.field('controller').apply(CONTROLLER, controller);
  if (parameters) at.field('parameters').apply(PARAMETERS, parameters);
}
