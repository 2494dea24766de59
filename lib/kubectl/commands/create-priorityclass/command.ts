import { generator } from '../command';
import { CREATE_PRIORITY_CLASS_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_PRIORITY_CLASS = generator({
  aliases: ['pc'],
  summary: 'Create a PriorityClass',
  usage: 'NAME --value=VALUE [options]',
  failure: 'failed to create priorityclass',
  flags: CREATE_PRIORITY_CLASS_FLAGS,
  generate,
});
