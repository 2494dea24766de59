import { AUTOSCALE_FLAGS } from '../../../kubectl/flags/autoscale';
import { EXPOSE_FLAGS } from '../../../kubectl/flags/expose';
import { command } from '../command';

export const EXPOSE_COMMAND = command<typeof EXPOSE_FLAGS>({
  name: 'expose',
  summary: 'a Service for an object of a file',
  usage: '-f FILE [--port=PORT] [--target-port=PORT] [--name=NAME] [options]',
  flags: EXPOSE_FLAGS,
  run: (invocation) => (require('../reading') as typeof import('../reading')).READING.expose()(invocation),
});

export const AUTOSCALE_COMMAND = command<typeof AUTOSCALE_FLAGS>({
  name: 'autoscale',
  summary: 'a HorizontalPodAutoscaler for an object of a file',
  usage: '-f FILE [--min=NUMBER] --max=NUMBER [--cpu=CPU] [--memory=MEMORY]',
  flags: AUTOSCALE_FLAGS,
  run: (invocation) => (require('../reading') as typeof import('../reading')).READING.autoscale()(invocation),
});
