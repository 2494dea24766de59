import { CREATE_FLAGS } from '../../flags/common';

/** kubectl create ingress, 1.36. */
export const CREATE_INGRESS_FLAGS = {
  rule: { type: 'stringArray', option: 'same', usage: 'rules, as HOST/PATH=SERVICE:PORT[,tls[=SECRET]]' },
  'default-backend': { type: 'string', option: 'same', usage: 'default backend, as SERVICE:PORT' },
  class: { type: 'string', option: 'same', usage: 'class of the Ingress' },
  annotation: { type: 'stringArray', option: 'pairs', usage: 'annotations of the Ingress' },
  ...CREATE_FLAGS,
} as const;
