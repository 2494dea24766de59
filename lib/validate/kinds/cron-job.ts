import { defaultTemplate } from '../defaults/pod-spec';
import { Drops } from '../gates/drop';
import { dropDisabledPodFields } from '../gates/pod-spec';
import { COUNT } from '../rules/counts';
import { CONCURRENCY, CRON_JOB_NAME, NO_SELECTOR, SCHEDULE, TIME_ZONE } from '../rules/cron-job';
import type { CronJob, JobSpec } from '../schema/types';
import { warnOfJobSpec } from '../warnings/job';
import { warnOfName } from '../warnings/workload';
import { defaultConditions, judgeJobSpec, SCHEDULING } from './shared/job-spec';
import type { Strategy } from './strategy';

const DROPS = new Drops<JobSpec>([SCHEDULING]);

export const CRON_JOB: Strategy<CronJob> = {
  apiVersion: 'batch/v1',
  kind: 'CronJob',
  generationSince: 0,

  /** Of the Job itself hardly anything: cronJobStrategy.PrepareForCreate, pkg/registry/batch/cronjob 1.37. */
  dropDisabledFields({ spec: { jobTemplate: { spec: job = {} } = {} } = {} }, at) {
    const place = at.field('spec', 'jobTemplate', 'spec');
    DROPS.run(job, place);
    const { spec = {}, metadata } = job.template ?? {};
    dropDisabledPodFields(spec, metadata, place.field('template'));
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
  validate(object, root) {
    const { spec = {} } = object;
    const at = root.field('spec');
    at.field('schedule').apply(SCHEDULE, spec.schedule);
    at.field('startingDeadlineSeconds').apply(COUNT, spec.startingDeadlineSeconds);
    at.field('timeZone').apply(TIME_ZONE, spec.timeZone);
    at.field('concurrencyPolicy').apply(CONCURRENCY, spec.concurrencyPolicy);
    const job = spec.jobTemplate?.spec ?? {};
    const place = at.field('jobTemplate', 'spec');
    judgeJobSpec(job, place);
    place.apply(NO_SELECTOR, job);
    at.field('successfulJobsHistoryLimit').apply(COUNT, spec.successfulJobsHistoryLimit);
    at.field('failedJobsHistoryLimit').apply(COUNT, spec.failedJobsHistoryLimit);
    root.field('metadata', 'name').apply(CRON_JOB_NAME, object);
  },

  warn({ metadata, spec: { jobTemplate: { spec = {} } = {} } = {} }, at) {
    warnOfName(metadata, at);
    warnOfJobSpec(spec, at.field('spec', 'jobTemplate', 'spec'));
  },
};
