import { type JsonObject } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import { jobSpec } from '../create-job/job-spec';
import type { GeneratorInput } from '../generator-input';
import type { CREATE_CRON_JOB_FLAGS } from './flags';

/** kubectl create cronjob. */
export function generate({
  name,
  args,
  values: { image, schedule, restart },
  namespace,
  minor,
}: GeneratorInput<typeof CREATE_CRON_JOB_FLAGS>): JsonObject {
  const jobTemplate = {
    metadata: objectMeta({ name }, minor),
    spec: jobSpec(name, image, args, restart || 'OnFailure', minor),
  };
  return {
    kind: 'CronJob',
    apiVersion: 'batch/v1',
    metadata: objectMeta({ name, namespace }, minor),
    spec: { schedule, jobTemplate },
    status: {},
  };
}
