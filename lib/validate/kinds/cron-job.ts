import { defaultCronJob } from '../defaults/job';
import { dropDisabledPodFields } from '../gates/pod-spec';
import { COUNT } from '../rules/counts';
import { CONCURRENCY, CRON_JOB_NAME, NO_SELECTOR, SCHEDULE, TIME_ZONE } from '../rules/cron-job';
import type { CronJob } from '../schema/types';
import { warnOfJobSpec } from '../warnings/job';
import { warnOfName } from '../warnings/workload';
import { judgeJobSpec } from './job';
import type { KindRules } from './strategy';

/** CronJobs: ValidateCronJobCreate, pkg/apis/batch/validation 1.36. */
export const CRON_JOB: KindRules<CronJob> = {
  drop({ spec: { jobTemplate: { spec: job = {} } = {} } = {} }, path, verdict) {
    const { spec = {}, metadata } = job.template ?? {};
    dropDisabledPodFields(spec, metadata, path.child('spec', 'jobTemplate', 'spec', 'template'), verdict);
  },
  fillIn: defaultCronJob,
  judge(object, root, verdict) {
    const { spec = {} } = object;
    const path = root.child('spec');
    verdict.apply(SCHEDULE, spec.schedule, path.child('schedule'));
    verdict.apply(COUNT, spec.startingDeadlineSeconds, path.child('startingDeadlineSeconds'));
    verdict.apply(TIME_ZONE, spec.timeZone, path.child('timeZone'));
    verdict.apply(CONCURRENCY, spec.concurrencyPolicy, path.child('concurrencyPolicy'));
    const job = spec.jobTemplate?.spec ?? {};
    const place = path.child('jobTemplate', 'spec');
    judgeJobSpec(job, place, verdict);
    verdict.apply(NO_SELECTOR, job, place);
    verdict.apply(COUNT, spec.successfulJobsHistoryLimit, path.child('successfulJobsHistoryLimit'));
    verdict.apply(COUNT, spec.failedJobsHistoryLimit, path.child('failedJobsHistoryLimit'));
    verdict.apply(CRON_JOB_NAME, object, root.child('metadata', 'name'));
  },
  warn({ metadata, spec: { jobTemplate: { spec = {} } = {} } = {} }, path, verdict) {
    warnOfName(metadata, path, verdict);
    warnOfJobSpec(spec, path.child('spec', 'jobTemplate', 'spec'), verdict);
  },
};
