import type { Rule } from '../rule';
import { type AnyObject, NO_DEFAULTS, type Strategy } from './strategy';
import { DEPRECATED_ANNOTATION } from '../warnings/annotations';

interface Ingress extends AnyObject {
  readonly spec?: { readonly ingressClassName?: string };
}

export const INGRESS: Strategy<Ingress> = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  generationSince: 0,
  applyDefaults: NO_DEFAULTS,

  /** WarningsOnCreate, pkg/registry/networking/ingress 1.30 to 1.36. */
  warn({ metadata: { annotations = {} } = {}, spec }, at) {
    if (spec?.ingressClassName !== undefined || !Object.hasOwn(annotations, INGRESS_CLASS)) return;
    at.field('metadata', 'annotations').key(INGRESS_CLASS).apply(CLASS_ANNOTATION, undefined);
  },
};

const INGRESS_CLASS = 'kubernetes.io/ingress.class';

const CLASS_ANNOTATION: Rule<undefined> = {
  id: DEPRECATED_ANNOTATION.id,
  judge: (_, at) =>
    at.warn(`annotation "${INGRESS_CLASS}" is deprecated, please use 'spec.ingressClassName' instead`),
};
