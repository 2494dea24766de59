import { generator } from '../command';
import { CREATE_ROLE_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_ROLE = generator({
  summary: 'Create a Role',
  usage: 'NAME --verb=VERB --resource=RESOURCE.GROUP [options]',
  flags: CREATE_ROLE_FLAGS,
  generate,
});
