import { KubectlError } from '../../errors';
import { type JsonObject } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import type { GeneratorInput } from '../generator-input';
import type { CREATE_JOB_FLAGS } from './flags';
import { jobSpec } from './job-spec';

/** kubectl create job. */
export function generate({
  name,
  args,
  values: { image, from },
  namespace,
  minor,
}: GeneratorInput<typeof CREATE_JOB_FLAGS>): JsonObject {
  if (Boolean(image) === Boolean(from)) {
    throw new KubectlError('either --image or --from must be specified');
  }
  if (args.length && from) throw new KubectlError('cannot specify --from and command');
  if (from) {
    throw new KubectlError(
      `--from=${from} reads the CronJob from a cluster, and this command never contacts one: in code, Kubectl.createJobFrom takes its manifest`,
    );
  }
  return {
    kind: 'Job',
    apiVersion: 'batch/v1',
    metadata: objectMeta({ name, namespace }, minor),
    spec: jobSpec(name, image, args, 'Never', minor),
    status: {},
  };
}
