import { fileCommand } from '../command';
import { LABEL_FLAGS } from './flags';

export const LABEL = fileCommand({
  summary: 'Set or remove labels in manifests',
  usage: '-f FILE --local [--overwrite] KEY=VALUE... KEY-...',
  flags: LABEL_FLAGS,
});
