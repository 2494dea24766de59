import type { JsonObject } from '../../../go/object';
import type { CREATE_PRIORITY_CLASS_FLAGS } from './flags';
import { struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import type { GeneratorInput } from '../generator-input';

/** kubectl create priorityclass. */
export const generate = ({
  name,
  values,
  minor,
}: GeneratorInput<typeof CREATE_PRIORITY_CLASS_FLAGS>): JsonObject =>
  struct({
    kind: 'PriorityClass',
    apiVersion: 'scheduling.k8s.io/v1',
    metadata: objectMeta({ name }, minor),
    value: values.value,
    globalDefault: values['global-default'] || undefined,
    description: values.description || undefined,
    preemptionPolicy: values['preemption-policy'],
  });
