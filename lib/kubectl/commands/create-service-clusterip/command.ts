import { generator } from '../command';
import { CREATE_SERVICE_CLUSTER_IP_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_SERVICE_CLUSTER_IP = generator({
  summary: 'Create a ClusterIP Service',
  usage: 'NAME --tcp=PORT[:TARGET]',
  failure: 'failed to create ClusterIP service',
  flags: CREATE_SERVICE_CLUSTER_IP_FLAGS,
  generate,
});
