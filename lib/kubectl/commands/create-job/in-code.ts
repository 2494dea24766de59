import type { JsonObject } from '../../../go/object';
import { CREATE_FLAGS } from '../../flags/common';
import { givenByOptions, type Options } from '../../given-options';
import { type Made, manifestOf } from '../../made';
import { plain } from '../../manifests/plain';
import { jobOfCronJob } from './of-cron-job';

/** The Job that a CronJob makes. */
export const createJobFrom = (name: string, cronJob: unknown, options: Options): Made =>
  manifestOf(options, (warn) =>
    jobOfCronJob(givenByOptions(CREATE_FLAGS, name, options, warn), plain(cronJob, 'cronJob') as JsonObject),
  );
