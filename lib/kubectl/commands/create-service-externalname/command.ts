import { generator } from '../command';
import { CREATE_SERVICE_EXTERNAL_NAME_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_SERVICE_EXTERNAL_NAME = generator({
  summary: 'Create an ExternalName Service',
  usage: 'NAME --external-name=NAME',
  failure: 'failed to create ExternalName service',
  flags: CREATE_SERVICE_EXTERNAL_NAME_FLAGS,
  generate,
});
