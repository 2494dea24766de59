import { generator } from '../command';
import { CREATE_FLAGS } from '../../flags/common';
import { generate } from './generate';

export const CREATE_SERVICE_ACCOUNT = generator({
  aliases: ['sa'],
  summary: 'Create a ServiceAccount',
  usage: 'NAME',
  failure: 'failed to create serviceaccount',
  flags: CREATE_FLAGS,
  generate,
});
