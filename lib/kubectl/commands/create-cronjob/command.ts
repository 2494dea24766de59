import { generator } from '../command';
import { CREATE_CRON_JOB_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_CRON_JOB = generator({
  aliases: ['cj'],
  summary: 'Create a CronJob',
  usage: "NAME --image=IMAGE --schedule='0/5 * * * ?' [-- COMMAND...]",
  failure: 'failed to create cronjob',
  flags: CREATE_CRON_JOB_FLAGS,
  generate,
});
