import type { Field } from '../../field';
import { defineRule, type Rule } from '../../rule';
import type { Ingress } from '../../schema/types';
import { dnsSubdomain } from '../../../apimachinery/dns';
import { judgeReference } from '../renaming';

export const INGRESS_CLASS_ANNOTATION = 'kubernetes.io/ingress.class';

/** The class of an Ingress: ValidateIngressSpec, pkg/apis/networking/validation 1.36. */
export const CLASS_NAME = defineRule<Rule<string>>({
  id: 'ingress-class-name',
  stage: 'judge',
  mistake: 'a malformed name of an IngressClass, or an annotation that names another class',
  suggestion: 'set `ingressClassName` to the name of an IngressClass, and remove the annotation',
  judge: (name, at) => judgeReference(name, dnsSubdomain, at),
});

/** The annotation of old and the field name the same class: ValidateIngressCreate, 1.36. */
export const SAME_CLASS: Rule<Ingress> = {
  id: CLASS_NAME.id,
  judge({ metadata: { annotations = {} } = {}, spec: { ingressClassName } = {} }, at) {
    if (ingressClassName === undefined || !Object.hasOwn(annotations, INGRESS_CLASS_ANNOTATION)) return;
    const value = annotations[INGRESS_CLASS_ANNOTATION];
    if (value === ingressClassName) return;
    annotationOf(at).invalid(value, 'must match `ingressClassName` when both are specified', {
      suggestion: 'remove the annotation',
      related: [{ message: 'the field is set here', path: at.field('spec', 'ingressClassName') }],
    });
  },
};

/** A server names it without `metadata`. */
const annotationOf = (at: Field) =>
  at
    .field('annotations', INGRESS_CLASS_ANNOTATION)
    .shownAt(at.field('metadata', 'annotations').key(INGRESS_CLASS_ANNOTATION));
