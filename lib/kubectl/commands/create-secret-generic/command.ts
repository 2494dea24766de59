import { generator } from '../command';
import { CREATE_SECRET_GENERIC_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_SECRET_GENERIC = generator({
  summary: 'Create a Secret from files and literals',
  usage: 'NAME [--type=TYPE] [--from-file=[KEY=]FILE] [--from-literal=KEY=VALUE]',
  failure: 'failed to create secret',
  flags: CREATE_SECRET_GENERIC_FLAGS,
  generate,
});
