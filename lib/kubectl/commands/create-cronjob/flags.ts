import { CREATE_FLAGS } from '../../flags/common';

/** kubectl create cronjob, 1.36. */
export const CREATE_CRON_JOB_FLAGS = {
  image: { type: 'string', required: true, option: 'same', usage: 'image of the container' },
  schedule: { type: 'string', required: true, option: 'same', usage: 'schedule of the Job, in cron format' },
  restart: {
    type: 'string',
    option: 'same',
    usage: 'restart policy: OnFailure or Never',
  },
  ...CREATE_FLAGS,
} as const;
