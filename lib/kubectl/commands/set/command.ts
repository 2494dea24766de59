import { group } from '../command';

export const SET = group({
  summary: 'manifests with images, variables, resources and the like changed',
  usage: 'COMMAND -f FILE --local',
  lacking: 'what to set is not said',
});
