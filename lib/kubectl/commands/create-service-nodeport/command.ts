import { generator } from '../command';
import { CREATE_SERVICE_NODE_PORT_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_SERVICE_NODE_PORT = generator({
  summary: 'Create a NodePort Service',
  usage: 'NAME --tcp=PORT[:TARGET]',
  failure: 'failed to create NodePort service',
  flags: CREATE_SERVICE_NODE_PORT_FLAGS,
  generate,
});
