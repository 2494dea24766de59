import { NAMESPACE_FINALIZERS } from '../rules/cluster-objects/namespace';
import { LABEL_NAMES } from '../rules/names';
import type { Namespace } from '../schema/types';
import type { Strategy } from './strategy';

export const NAMESPACE: Strategy<Namespace> = {
  apiVersion: 'v1',
  kind: 'Namespace',
  names: () => LABEL_NAMES,

  /** SetDefaults_Namespace, pkg/apis/core/v1 1.36. */
  applyDefaults({ metadata }) {
    if (!metadata?.name) return;
    metadata.labels = { ...metadata.labels, 'kubernetes.io/metadata.name': metadata.name };
  },

  /** ValidateNamespace, pkg/apis/core/validation 1.36. */
  validate: ({ spec: { finalizers = [] } = {} }, at) =>
    at.field('spec', 'finalizers').apply(NAMESPACE_FINALIZERS, finalizers),

  /** namespaceStrategy.PrepareForCreate, pkg/registry/core/namespace 1.36. */
  complete(namespace) {
    const finalizers = namespace.spec?.finalizers ?? [];
    namespace.spec = {
      finalizers: finalizers.includes('kubernetes') ? finalizers : [...finalizers, 'kubernetes'],
    };
    namespace.status = { phase: 'Active' };
  },
};
