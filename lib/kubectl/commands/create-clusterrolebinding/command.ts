import { generator } from '../command';
import { CREATE_CLUSTER_ROLE_BINDING_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_CLUSTER_ROLE_BINDING = generator({
  summary: 'Create a ClusterRoleBinding',
  usage: 'NAME --clusterrole=NAME [options]',
  failure: 'failed to create clusterrolebinding',
  flags: CREATE_CLUSTER_ROLE_BINDING_FLAGS,
  generate,
});
