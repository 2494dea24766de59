import { generator } from '../command';
import { CREATE_ROLE_BINDING_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_ROLE_BINDING = generator({
  summary: 'Create a RoleBinding',
  usage: 'NAME --clusterrole=NAME|--role=NAME [options]',
  failure: 'failed to create rolebinding',
  flags: CREATE_ROLE_BINDING_FLAGS,
  generate,
});
