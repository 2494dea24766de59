import { fileCommand } from '../command';
import { ANNOTATE_FLAGS } from './flags';

export const ANNOTATE = fileCommand({
  summary: 'Set or remove annotations in manifests',
  usage: '-f FILE --local [--overwrite] KEY=VALUE... KEY-...',
  flags: ANNOTATE_FLAGS,
});
