import { APPLY_FLAGS } from '../../../kubectl/flags/files';
import { command } from '../command';

export const APPLY_COMMAND = command<typeof APPLY_FLAGS>({
  name: 'apply',
  summary: 'objects of files as kubectl apply would create them',
  usage: '-f FILE [options]',
  flags: APPLY_FLAGS,
  run: (invocation) => (require('../reading') as typeof import('../reading')).READING.apply()(invocation),
});
