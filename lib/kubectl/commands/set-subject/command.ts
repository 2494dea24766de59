import { fileCommand } from '../command';
import { SET_SUBJECT_FLAGS } from './flags';

export const SET_SUBJECT = fileCommand({
  summary: 'Add subjects to a role binding',
  usage: '-f FILE --local [--user=NAME] [--group=NAME] [--serviceaccount=NAMESPACE:NAME]',
  flags: SET_SUBJECT_FLAGS,
});
