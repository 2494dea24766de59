import { generator } from '../command';
import { CREATE_CLUSTER_ROLE_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_CLUSTER_ROLE = generator({
  summary: 'Create a ClusterRole',
  usage: 'NAME --verb=VERB --resource=RESOURCE.GROUP [options]',
  flags: CREATE_CLUSTER_ROLE_FLAGS,
  generate,
});
