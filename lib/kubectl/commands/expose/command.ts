import { fileCommand } from '../command';
import { EXPOSE_FLAGS } from './flags';

export const EXPOSE = fileCommand({
  summary: 'Create a Service for an object in a file',
  usage: '-f FILE [--port=PORT] [--target-port=PORT] [--name=NAME] [options]',
  flags: EXPOSE_FLAGS,
});
