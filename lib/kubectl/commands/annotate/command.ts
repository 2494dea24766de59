import { fileCommand } from '../command';
import { ANNOTATE_FLAGS } from './flags';

export const ANNOTATE = fileCommand({
  summary: 'manifests with annotations set or removed',
  usage: '-f FILE --local [--overwrite] KEY=VALUE... KEY-...',
  flags: ANNOTATE_FLAGS,
});
