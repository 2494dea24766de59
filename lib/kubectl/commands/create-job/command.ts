import { generator } from '../command';
import { CREATE_JOB_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_JOB = generator({
  summary: 'Create a Job',
  usage: 'NAME --image=IMAGE [-- COMMAND...]',
  failure: 'failed to create job',
  flags: CREATE_JOB_FLAGS,
  generate,
});
