import type { JsonObject } from '../../../go/object';
import { CREATE_FLAGS } from '../../flags/common';
import { inputFromOptions, type Options } from '../../option-flags';
import { type GeneratedManifest, generatedManifest } from '../../generated-manifest';
import { plainCopy } from '../../manifests/plain-copy';
import { jobOfCronJob } from './of-cron-job';

/** The Job that a CronJob makes. */
export const createJobFrom = (name: string, cronJob: unknown, options: Options): GeneratedManifest =>
  generatedManifest(options, (warn) =>
    jobOfCronJob(
      inputFromOptions(CREATE_FLAGS, name, options, warn),
      plainCopy(cronJob, 'cronJob') as JsonObject,
    ),
  );
