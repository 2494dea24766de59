import { judgeIngressClass } from '../rules/networking/ingress-class';
import type { IngressClass } from '../schema/types';
import type { Strategy } from './strategy';

export const INGRESS_CLASS: Strategy<IngressClass> = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IngressClass',
  generationSince: 0,

  /** SetDefaults_IngressClass, pkg/apis/networking/v1 1.36. */
  applyDefaults({ spec }) {
    if (spec?.parameters) spec.parameters.scope ??= 'Cluster';
  },

  /** ValidateIngressClass, pkg/apis/networking/validation 1.36. */
  validate: ({ spec = {} }, at) => judgeIngressClass(spec, at.field('spec')),
};
