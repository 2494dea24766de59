import { generator } from '../command';
import { CREATE_QUOTA_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_QUOTA = generator({
  aliases: ['resourcequota'],
  summary: 'Create a ResourceQuota',
  usage: 'NAME [--hard=RESOURCE=QUANTITY,...]',
  failure: 'failed to create quota',
  flags: CREATE_QUOTA_FLAGS,
  generate,
});
