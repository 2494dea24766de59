import { generator } from '../command';
import { CREATE_SECRET_TLS_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_SECRET_TLS = generator({
  summary: 'Create a Secret with a TLS certificate and key',
  usage: 'NAME --cert=FILE --key=FILE',
  failure: 'failed to create secret',
  flags: CREATE_SECRET_TLS_FLAGS,
  generate,
});
