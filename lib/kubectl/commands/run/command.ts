import { generator } from '../command';
import { RUN_FLAGS } from './flags';
import { generate } from './generate';
import { run } from './run';

export const RUN = generator({
  summary: 'Create a Pod with one container',
  usage: 'NAME --image=IMAGE [options] [-- ARGUMENT...]',
  flags: RUN_FLAGS,
  generate,
  run,
});
