import { KubectlError } from '../../errors';
import type { CREATE_FLAGS } from '../../flags/common';
import { goMap, type JsonObject } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import { isMap } from '../../../go/sorted-keys';
import type { GeneratorInput } from '../generator-input';

const INSTANTIATED = 'cronjob.kubernetes.io/instantiate';

/** The Job that a CronJob would make, by hand (createJobFromCronJob). */
export function jobOfCronJob(
  { name, namespace, minor }: Pick<GeneratorInput<typeof CREATE_FLAGS>, 'name' | 'namespace' | 'minor'>,
  cronJob: JsonObject,
): JsonObject {
  const { jobTemplate } = specOf(cronJob);
  const { labels, annotations } = jobTemplate.metadata ?? {};
  const owner = (cronJob.metadata ?? {}) as JsonObject;
  const metadata = objectMeta(
    {
      name,
      namespace,
      labels: goMap(Object.entries(labels ?? {})),
      annotations: goMap([[INSTANTIATED, 'manual'], ...Object.entries(annotations ?? {})]),
    },
    minor,
  );
  return {
    kind: 'Job',
    apiVersion: 'batch/v1',
    metadata: {
      ...metadata,
      ownerReferences: [
        { apiVersion: 'batch/v1', kind: 'CronJob', name: owner.name, uid: owner.uid ?? '', controller: true },
      ],
    },
    spec: jobTemplate.spec,
    status: {},
  };
}

interface CronJobSpec {
  readonly jobTemplate: { readonly metadata?: JsonObject; readonly spec: JsonObject };
}

function specOf(cronJob: JsonObject | null): CronJobSpec {
  const { kind, spec } = cronJob ?? {};
  if (kind !== 'CronJob') throw new KubectlError('from must be an existing cronjob');
  if (!isMap(spec) || !isMap(spec.jobTemplate) || !isMap(spec.jobTemplate.spec)) {
    throw new KubectlError('the CronJob has no spec.jobTemplate.spec to create a Job from');
  }
  return spec as unknown as CronJobSpec;
}
