import { fileCommand } from '../command';
import { PATCH_FLAGS } from './flags';

export const PATCH = fileCommand({
  summary: 'Apply a patch to manifests',
  usage: '-f FILE --local (--patch=PATCH | --patch-file=FILE) [--type=TYPE]',
  flags: PATCH_FLAGS,
});
