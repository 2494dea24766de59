import { fileCommand } from '../command';
import { CREATE_FILES_FLAGS } from './flags';

export const CREATE = fileCommand({
  summary: 'objects of files, or one of flags',
  usage: '-f FILE [options]',
  flags: CREATE_FILES_FLAGS,
});
