import { ANNOTATE_FLAGS, LABEL_FLAGS, PATCH_FLAGS } from '../../../kubectl/flags/change';
import { command } from '../command';

export const LABEL_COMMAND = command<typeof LABEL_FLAGS>({
  name: 'label',
  summary: 'manifests with labels set or removed',
  usage: '-f FILE --local [--overwrite] KEY=VALUE... KEY-...',
  flags: LABEL_FLAGS,
  run: (invocation) => (require('../reading') as typeof import('../reading')).READING.label()(invocation),
});

export const ANNOTATE_COMMAND = command<typeof ANNOTATE_FLAGS>({
  name: 'annotate',
  summary: 'manifests with annotations set or removed',
  usage: '-f FILE --local [--overwrite] KEY=VALUE... KEY-...',
  flags: ANNOTATE_FLAGS,
  run: (invocation) => (require('../reading') as typeof import('../reading')).READING.annotate()(invocation),
});

export const PATCH_COMMAND = command<typeof PATCH_FLAGS>({
  name: 'patch',
  summary: 'manifests with a patch applied',
  usage: '-f FILE --local (--patch=PATCH | --patch-file=FILE) [--type=TYPE]',
  flags: PATCH_FLAGS,
  run: (invocation) => (require('../reading') as typeof import('../reading')).READING.patch()(invocation),
});
