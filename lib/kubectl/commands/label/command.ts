import { fileCommand } from '../command';
import { LABEL_FLAGS } from './flags';

export const LABEL = fileCommand({
  summary: 'manifests with labels set or removed',
  usage: '-f FILE --local [--overwrite] KEY=VALUE... KEY-...',
  flags: LABEL_FLAGS,
});
