import { generator } from '../command';
import { CREATE_DEPLOYMENT_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_DEPLOYMENT = generator({
  aliases: ['deploy'],
  summary: 'Create a Deployment',
  usage: 'NAME --image=IMAGE [options] [-- COMMAND...]',
  failure: 'failed to create deployment',
  flags: CREATE_DEPLOYMENT_FLAGS,
  generate,
});
