import { generator } from '../command';
import { CREATE_SECRET_DOCKER_REGISTRY_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_SECRET_DOCKER_REGISTRY = generator({
  summary: 'Create a Secret for an image registry',
  usage: 'NAME --docker-username=USER --docker-password=PASSWORD [options]',
  failure: 'failed to create secret',
  flags: CREATE_SECRET_DOCKER_REGISTRY_FLAGS,
  generate,
});
