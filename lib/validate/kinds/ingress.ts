import { CLASS_ANNOTATION } from '../warnings/ingress';
import { judgeIngress } from '../rules/networking/ingress';
import { SAME_CLASS } from '../rules/networking/ingress-class-name';
import type { Ingress } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

/** The admission plugin DefaultIngressClass sets a class only if the cluster has a default one. */
export const INGRESS: Strategy<Ingress> = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'Ingress',
  generationSince: 0,
  applyDefaults: NO_DEFAULTS,

  /** ValidateIngressCreate, pkg/apis/networking/validation 1.36. */
  validate(ingress, at) {
    judgeIngress(ingress.spec ?? {}, at.field('spec'));
    at.apply(SAME_CLASS, ingress);
  },

  warn: (ingress, at) => at.apply(CLASS_ANNOTATION, ingress),
};
