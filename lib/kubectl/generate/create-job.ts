import { KubectlError } from '../errors';
import type { CREATE_FLAGS } from '../flags/common';
import { CREATE_CRON_JOB_FLAGS, CREATE_JOB_FLAGS } from '../flags/create-job';
import { goList, goMap, type JsonObject, objectMeta, struct } from '../go/object';
import { isMap } from '../go/sorted';
import type { Generator, Given } from './generator';

/** kubectl create job. */
export const CREATE_JOB: Generator<typeof CREATE_JOB_FLAGS> = {
  flags: CREATE_JOB_FLAGS,
  generate({ name, args, values: { image, from }, namespace, minor }) {
    if (Boolean(image) === Boolean(from)) {
      throw new KubectlError('either --image or --from must be specified');
    }
    if (args.length && from) throw new KubectlError('cannot specify --from and command');
    if (from) {
      throw new KubectlError(
        `--from=${from} asks a cluster for the CronJob, and there is none here: in code, Kubectl.createJobFrom takes its manifest`,
      );
    }
    return {
      kind: 'Job',
      apiVersion: 'batch/v1',
      metadata: objectMeta({ name, namespace }, minor),
      spec: jobSpec(name, image, args, 'Never', minor),
      status: {},
    };
  },
};

/** kubectl create cronjob. */
export const CREATE_CRON_JOB: Generator<typeof CREATE_CRON_JOB_FLAGS> = {
  flags: CREATE_CRON_JOB_FLAGS,
  generate({ name, args, values: { image, schedule, restart }, namespace, minor }) {
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
  },
};

const INSTANTIATED = 'cronjob.kubernetes.io/instantiate';

/** The Job that a CronJob would make, by hand (createJobFromCronJob). */
export function jobOfCronJob(
  { name, namespace, minor }: Pick<Given<typeof CREATE_FLAGS>, 'name' | 'namespace' | 'minor'>,
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
    throw new KubectlError('the CronJob has no spec.jobTemplate.spec to make a Job of');
  }
  return spec as unknown as CronJobSpec;
}

function jobSpec(
  name: string,
  image: string,
  args: readonly string[],
  restartPolicy: string,
  minor: number,
): JsonObject {
  const container = struct({ name, image: image || undefined, command: goList(args), resources: {} });
  return { template: { metadata: objectMeta({}, minor), spec: { containers: [container], restartPolicy } } };
}
