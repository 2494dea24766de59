import { addFinalizer } from '../admission/finalizers';
import { VOLUME_ATTRIBUTES_CLASS_RULES } from '../rules/storage/volume-attributes-class';
import type { VolumeAttributesClass } from '../schema/types';
import { NO_DEFAULTS, type Strategy } from './strategy';

export const VOLUME_ATTRIBUTES_CLASS: Strategy<VolumeAttributesClass> = {
  apiVersion: 'storage.k8s.io/v1',
  kind: 'VolumeAttributesClass',
  applyDefaults: NO_DEFAULTS,

  admit: (object) => addFinalizer(object, 'kubernetes.io/vac-protection'),

  /** ValidateVolumeAttributesClass, pkg/apis/storage/validation 1.36. */
  validate: (object, at) => at.apply(VOLUME_ATTRIBUTES_CLASS_RULES, object),
};
