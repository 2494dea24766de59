import { fileCommand } from '../command';
import { SET_RESOURCES_FLAGS } from './flags';

export const SET_RESOURCES = fileCommand({
  summary: 'Set limits and requests of containers',
  usage: '-f FILE --local [--limits=LIMITS] [--requests=REQUESTS]',
  flags: SET_RESOURCES_FLAGS,
});
