import { CREATE_FLAGS } from './common';
import { refused } from './flag';

/** kubectl create job, 1.36. */
export const CREATE_JOB_FLAGS = {
  image: { type: 'string', option: 'same', usage: 'image of the container' },
  ...refused({
    from: {
      type: 'string',
      usage:
        'CronJob of a cluster that the Job is made of: cronjob/NAME; in code, Kubectl.createJobFrom takes its manifest',
    },
  }),
  ...CREATE_FLAGS,
} as const;

/** kubectl create cronjob, 1.36. */
export const CREATE_CRON_JOB_FLAGS = {
  image: { type: 'string', required: true, option: 'same', usage: 'image of the container' },
  schedule: { type: 'string', required: true, option: 'same', usage: 'when the Job runs, as cron has it' },
  restart: {
    type: 'string',
    option: 'same',
    usage: 'when the container is started again: OnFailure or Never',
  },
  ...CREATE_FLAGS,
} as const;
