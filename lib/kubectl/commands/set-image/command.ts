import { fileCommand } from '../command';
import { SET_IMAGE_FLAGS } from './flags';

export const SET_IMAGE = fileCommand({
  summary: 'Set images of containers',
  usage: '-f FILE --local CONTAINER=IMAGE...',
  flags: SET_IMAGE_FLAGS,
});
