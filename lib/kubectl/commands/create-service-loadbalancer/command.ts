import { generator } from '../command';
import { CREATE_SERVICE_LOAD_BALANCER_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_SERVICE_LOAD_BALANCER = generator({
  summary: 'Create a LoadBalancer Service',
  usage: 'NAME --tcp=PORT[:TARGET]',
  failure: 'failed to create LoadBalancer service',
  flags: CREATE_SERVICE_LOAD_BALANCER_FLAGS,
  generate,
});
