import type { Rule } from '../rule';
import { INGRESS_CLASS_ANNOTATION } from '../rules/networking/ingress-class-name';
import type { Ingress } from '../schema/types';
import { DEPRECATED_ANNOTATION } from './annotations';

/** WarningsOnCreate, pkg/registry/networking/ingress 1.30 to 1.36. */
export const CLASS_ANNOTATION: Rule<Ingress> = {
  id: DEPRECATED_ANNOTATION.id,
  judge({ metadata: { annotations = {} } = {}, spec }, at) {
    const key = INGRESS_CLASS_ANNOTATION;
    if (spec?.ingressClassName !== undefined || !Object.hasOwn(annotations, key)) return;
    at.field('metadata', 'annotations')
      .key(key)
      .warn(`annotation "${key}" is deprecated, please use 'spec.ingressClassName' instead`);
  },
};
