import type { AnyObject, Strategy } from './strategy';

interface IngressClass extends AnyObject {
  readonly spec?: { readonly parameters?: { scope?: string } };
}

export const INGRESS_CLASS: Strategy<IngressClass> = {
  apiVersion: 'networking.k8s.io/v1',
  kind: 'IngressClass',
  generationSince: 0,

  /** SetDefaults_IngressClass, pkg/apis/networking/v1 1.36. */
  applyDefaults({ spec }) {
    if (spec?.parameters) spec.parameters.scope ??= 'Cluster';
  },
};
