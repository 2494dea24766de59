import { qualifiedName } from '../../../apimachinery/labels';
import { trimSpace } from '../../../go/space';
import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { ServiceSpec } from '../../schema/types';
import { judgeLegacyCidr } from '../addresses';
import type { ServiceSubject } from './subject';

const ANNOTATION = 'service.beta.kubernetes.io/load-balancer-source-ranges';
const ONLY = "may only be used when `type` is 'LoadBalancer'";
const HINT = { suggestion: 'remove it, or set type: LoadBalancer' };

/** Parts of validateService and validateLoadBalancerClassField, pkg/apis/core/validation 1.36. */
export const LOAD_BALANCER = defineRule<Rule<ServiceSubject>>({
  id: 'service-load-balancer',
  stage: 'judge',
  mistake:
    'source ranges that are not CIDRs, a malformed load balancer class, or either in a Service of another type',
  suggestion: 'fix the value, or set `type: LoadBalancer`',
  judge({ spec, annotations }, root) {
    const at = root.field('spec');
    if (spec.loadBalancerSourceRanges?.length) judgeRanges(spec, at);
    else judgeAnnotation(spec, annotations, root.field('metadata', 'annotations').key(ANNOTATION));
    const isBalanced = spec.type === 'LoadBalancer';
    if (spec.allocateLoadBalancerNodePorts !== undefined && !isBalanced) {
      at.field('allocateLoadBalancerNodePorts').forbidden(ONLY, HINT);
    }
    const { loadBalancerClass } = spec;
    if (loadBalancerClass === undefined) return;
    const place = at.field('loadBalancerClass');
    if (isBalanced) place.invalidEach(loadBalancerClass, qualifiedName(loadBalancerClass, at.minor));
    else place.forbidden(ONLY, HINT);
  },
});

/** The server writes the field with a capital letter. */
function judgeRanges({ type, loadBalancerSourceRanges: ranges = [] }: ServiceSpec, at: Field): void {
  const place = at.field('LoadBalancerSourceRanges').shownAt(at.field('loadBalancerSourceRanges'));
  if (type !== 'LoadBalancer') place.forbidden(ONLY, HINT);
  ranges.forEach((range, index) => judgeLegacyCidr(trimSpace(range), place.index(index)));
}

function judgeAnnotation({ type }: ServiceSpec, annotations: ServiceSubject['annotations'], at: Field): void {
  if (!Object.hasOwn(annotations, ANNOTATION)) return;
  if (type !== 'LoadBalancer') at.forbidden(ONLY, HINT);
  const ranges = trimSpace(annotations[ANNOTATION]);
  if (ranges) ranges.split(',').forEach((range) => judgeLegacyCidr(trimSpace(range), at));
}
