import { CREATE_PRIORITY_CLASS_FLAGS } from '../flags/create-policy';
import { objectMeta, struct } from '../go/object';
import type { Generator } from './generator';

/** kubectl create priorityclass. */
export const CREATE_PRIORITY_CLASS: Generator<typeof CREATE_PRIORITY_CLASS_FLAGS> = {
  flags: CREATE_PRIORITY_CLASS_FLAGS,
  generate: ({ name, values, minor }) =>
    struct({
      kind: 'PriorityClass',
      apiVersion: 'scheduling.k8s.io/v1',
      metadata: objectMeta({ name }, minor),
      value: values.value,
      globalDefault: values['global-default'] || undefined,
      description: values.description || undefined,
      preemptionPolicy: values['preemption-policy'],
    }),
};
