import { CREATE_FLAGS } from '../../flags/common';
import { refused } from '../../flags/flag';

/** kubectl create job, 1.36. */
export const CREATE_JOB_FLAGS = {
  image: { type: 'string', option: 'same', usage: 'image of the container' },
  ...refused({
    from: {
      type: 'string',
      usage:
        'CronJob in a cluster to create the Job from, as cronjob/NAME; in code, Kubectl.createJobFrom takes its manifest',
    },
  }),
  ...CREATE_FLAGS,
} as const;
