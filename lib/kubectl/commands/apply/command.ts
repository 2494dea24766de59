import { fileCommand } from '../command';
import { APPLY_FLAGS } from './flags';

export const APPLY = fileCommand({
  summary: 'objects of files as kubectl apply would create them',
  usage: '-f FILE [options]',
  flags: APPLY_FLAGS,
});
