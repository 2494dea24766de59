import { goString } from '../../go/format';
import { named } from '../../go/value';
import { defineRule, type Rule } from '../rule';
import type { CronJob, CronJobSpec, JobSpec } from '../schema/types';
import { cronProblem } from '../../apimachinery/cron';
import { byteLength } from '../../apimachinery/messages';
import { isZoneName, zoneProblem } from '../../apimachinery/time-zone';
import { effectiveName } from './metadata';
import { shownSelector } from './workload-selector';

/** When the Job runs: validateScheduleFormat, pkg/apis/batch/validation 1.36. */
export const SCHEDULE = defineRule<Rule<string | undefined>>({
  id: 'cron-job-schedule',
  stage: 'judge',
  mistake: 'no `schedule`, or one that does not parse',
  suggestion: 'use minute, hour, day of month, month and day of week, such as `0 3 * * *`',
  judge(schedule, at) {
    if (!schedule) return at.required('', { suggestion: 'set a schedule, such as "0 3 * * *"' });
    const problem = cronProblem(schedule);
    if (problem) {
      at.invalid(schedule, problem, {
        suggestion: 'use minute, hour, day of month, month and day of week, such as "0 3 * * *"',
      });
    }
    if (schedule.includes('TZ')) {
      at.invalid(schedule, 'cannot use TZ or CRON_TZ in schedule, use timeZone field instead');
    }
  },
});

/** validateTimeZone, 1.36. */
export const TIME_ZONE = defineRule<Rule<CronJobSpec['timeZone']>>({
  id: 'cron-job-time-zone',
  stage: 'judge',
  mistake: 'an unknown `timeZone`',
  suggestion: 'use a name such as `Europe/Berlin`',
  judge(zone, at) {
    if (zone === undefined) return;
    if (!zone) {
      return at.invalid(zone, 'timeZone must be nil or non-empty string', {
        suggestion: 'remove timeZone',
      });
    }
    if (!isZoneName(zone)) {
      return at.invalid(goString(zone), `unknown time zone ${zone}`, ZONE_HINT);
    }
    if (zone.toLowerCase() === 'local') {
      at.invalid(
        zone,
        'timeZone must be an explicit time zone as defined in https://www.iana.org/time-zones',
        ZONE_HINT,
      );
    }
    const problem = zoneProblem(zone);
    if (problem) at.invalid(zone, problem, ZONE_HINT);
  },
});

const ZONE_HINT = { suggestion: 'use a name such as "Europe/Berlin"' };

/** validateConcurrencyPolicy, 1.36. */
export const CONCURRENCY = defineRule<Rule<string | undefined>>({
  id: 'cron-job-concurrency',
  stage: 'judge',
  mistake: 'an unknown `concurrencyPolicy`',
  suggestion: 'use Allow, Forbid or Replace',
  judge(policy, at) {
    if (!policy) at.required();
    else if (!CONCURRENCIES.includes(policy)) at.notSupported(named(policy), CONCURRENCIES);
  },
});

const CONCURRENCIES = ['Allow', 'Forbid', 'Replace'];

/** A selector is always made: ValidateJobTemplateSpec, 1.36. */
export const NO_SELECTOR = defineRule<Rule<JobSpec>>({
  id: 'cron-job-selector',
  stage: 'judge',
  mistake: 'a selector in the Job template',
  suggestion: 'remove `selector` and `manualSelector`',
  judge({ selector, manualSelector }, at) {
    if (selector) {
      at.field('selector').invalid(shownSelector(selector), '`selector` will be auto-generated', {
        suggestion: 'remove selector',
      });
    }
    if (manualSelector) {
      at.field('manualSelector').notSupported(true, ['nil', 'false'], {
        suggestion: 'remove manualSelector',
      });
    }
  },
});

const LONGEST_NAME = 52;

/** Eleven characters go behind the name: ValidateCronJobCreate, 1.36. */
export const CRON_JOB_NAME = defineRule<Rule<CronJob>>({
  id: 'cron-job-name',
  stage: 'judge',
  mistake: 'a name that is too long for the suffix of its Jobs',
  suggestion: 'use at most 52 characters',
  judge({ metadata = {} }, at) {
    const name = effectiveName(metadata);
    if (byteLength(name) > LONGEST_NAME) {
      at.invalid(name, `must be no more than ${LONGEST_NAME} characters`, {
        suggestion: 'shorten the name',
      });
    }
  },
});
