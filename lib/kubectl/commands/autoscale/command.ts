import { fileCommand } from '../command';
import { AUTOSCALE_FLAGS } from './flags';

export const AUTOSCALE = fileCommand({
  summary: 'Create a HorizontalPodAutoscaler for an object in a file',
  usage: '-f FILE [--min=NUMBER] --max=NUMBER [--cpu=CPU] [--memory=MEMORY]',
  flags: AUTOSCALE_FLAGS,
});
