import { group } from '../command';

export const SET = group({
  summary: 'Set images, environment variables and other fields in manifests',
  usage: 'COMMAND -f FILE --local',
  lacking: 'specify what to set',
});
