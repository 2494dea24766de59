import { fileCommand } from '../command';
import { CREATE_FILES_FLAGS } from './flags';

export const CREATE = fileCommand({
  summary: 'Create objects from files, or one object from flags',
  usage: '-f FILE [options]',
  flags: CREATE_FILES_FLAGS,
});
