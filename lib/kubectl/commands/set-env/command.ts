import { fileCommand } from '../command';
import { SET_ENV_FLAGS } from './flags';

export const SET_ENV = fileCommand({
  summary: 'Set environment variables of containers',
  usage: '-f FILE --local NAME=VALUE... NAME-...',
  flags: SET_ENV_FLAGS,
});
