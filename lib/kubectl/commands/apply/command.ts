import { fileCommand } from '../command';
import { APPLY_FLAGS } from './flags';

export const APPLY = fileCommand({
  summary: 'Print objects from files as kubectl apply would create them',
  usage: '-f FILE [options]',
  flags: APPLY_FLAGS,
});
