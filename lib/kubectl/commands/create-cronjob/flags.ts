import { CREATE_FLAGS } from '../../flags/common';

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
