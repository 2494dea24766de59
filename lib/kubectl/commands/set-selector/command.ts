import { fileCommand } from '../command';
import { SET_SELECTOR_FLAGS } from './flags';

export const SET_SELECTOR = fileCommand({
  summary: 'Set the selector of a Service',
  usage: '-f FILE --local SELECTOR',
  flags: SET_SELECTOR_FLAGS,
});
