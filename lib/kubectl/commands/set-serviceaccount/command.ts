import { fileCommand } from '../command';
import { SET_SERVICE_ACCOUNT_FLAGS } from './flags';

export const SET_SERVICE_ACCOUNT = fileCommand({
  aliases: ['sa'],
  summary: 'Set the service account of Pods',
  usage: '-f FILE --local SERVICE_ACCOUNT',
  flags: SET_SERVICE_ACCOUNT_FLAGS,
});
