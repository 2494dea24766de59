import { defaultTemplate } from '../defaults/pod-spec';
import { dropDisabledPodFields } from '../gates/pod-spec';
import { COUNT } from '../rules/counts';
import { CONCURRENCY, CRON_JOB_NAME, NO_SELECTOR, SCHEDULE, TIME_ZONE } from '../rules/cron-job';
import type { CronJob } from '../schema/types';
import { warnOfJobSpec } from '../warnings/job';
import { warnOfName } from '../warnings/workload';
import { defaultConditions, judgeJobSpec } from './shared/job-spec';
import type { Strategy } from './strategy';

export const CRON_JOB: Strategy<CronJob> = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  generationSince: 0,

  /** Of the Job itself nothing: cronJobStrategy.PrepareForCreate, pkg/registry/batch/cronjob 1.36. */
  dropDisabledFields({ spec: { jobTemplate: { spec: job = {} } = {} } = {} }, path, verdict) {
    const { spec = {}, metadata } = job.template ?? {};
    dropDisabledPodFields(spec, metadata, path.field('spec', 'jobTemplate', 'spec', 'template'), verdict);
  },

  /** SetDefaults_CronJob, pkg/apis/batch/v1 1.36: of the Job itself only its conditions and its Pod. */
  applyDefaults(object) {
    const spec = (object.spec ??= {});
    spec.concurrencyPolicy ||= 'Allow';
    spec.suspend ??= false;
    spec.successfulJobsHistoryLimit ??= 3;
    spec.failedJobsHistoryLimit ??= 1;
    const job = ((spec.jobTemplate ??= {}).spec ??= {});
    defaultConditions(job);
    defaultTemplate(job);
  },

  /** ValidateCronJobCreate, pkg/apis/batch/validation 1.36. */
  validate(object, root, verdict) {
    const { spec = {} } = object;
    const path = root.field('spec');
    verdict.apply(SCHEDULE, spec.schedule, path.field('schedule'));
    verdict.apply(COUNT, spec.startingDeadlineSeconds, path.field('startingDeadlineSeconds'));
    verdict.apply(TIME_ZONE, spec.timeZone, path.field('timeZone'));
    verdict.apply(CONCURRENCY, spec.concurrencyPolicy, path.field('concurrencyPolicy'));
    const job = spec.jobTemplate?.spec ?? {};
    const place = path.field('jobTemplate', 'spec');
    judgeJobSpec(job, place, verdict);
    verdict.apply(NO_SELECTOR, job, place);
    verdict.apply(COUNT, spec.successfulJobsHistoryLimit, path.field('successfulJobsHistoryLimit'));
    verdict.apply(COUNT, spec.failedJobsHistoryLimit, path.field('failedJobsHistoryLimit'));
    verdict.apply(CRON_JOB_NAME, object, root.field('metadata', 'name'));
  },

  warn({ metadata, spec: { jobTemplate: { spec = {} } = {} } = {} }, path, verdict) {
    warnOfName(metadata, path, verdict);
    warnOfJobSpec(spec, path.field('spec', 'jobTemplate', 'spec'), verdict);
  },
};
