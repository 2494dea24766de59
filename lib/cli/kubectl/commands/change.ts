import { ANNOTATE_FLAGS, LABEL_FLAGS, PATCH_FLAGS } from '../../../kubectl/flags/change';
import { command } from '../command';

export const LABEL_COMMAND = command<typeof LABEL_FLAGS>({
  name: 'label', summary: 'manifests with labels set or removed', usage: '-f FILE --local [--overwrite] KEY=VALUE... KEY-...', flags: LABEL_FLAGS,
  run: (invocation) => (require('../changes/label') as typeof import('../changes/label')).label(invocation),
});

export const ANNOTATE_COMMAND = command<typeof ANNOTATE_FLAGS>({
  name: 'annotate', summary: 'manifests with annotations set or removed', usage: '-f FILE --local [--overwrite] KEY=VALUE... KEY-...', flags: ANNOTATE_FLAGS,
  run: (invocation) => (require('../changes/annotate') as typeof import('../changes/annotate')).annotate(invocation),
});

export const PATCH_COMMAND = command<typeof PATCH_FLAGS>({
  name: 'patch', summary: 'manifests with a patch applied', usage: '-f FILE --local (--patch=PATCH | --patch-file=FILE) [--type=TYPE]', flags: PATCH_FLAGS,
  run: (invocation) => (require('../changes/patch') as typeof import('../changes/patch')).patch(invocation),
});
