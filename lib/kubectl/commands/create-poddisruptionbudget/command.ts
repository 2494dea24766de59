import { generator } from '../command';
import { CREATE_POD_DISRUPTION_BUDGET_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_POD_DISRUPTION_BUDGET = generator({
  aliases: ['pdb'],
  summary: 'Create a PodDisruptionBudget',
  usage: 'NAME --selector=SELECTOR --min-available=N',
  failure: 'failed to create poddisruptionbudgets',
  flags: CREATE_POD_DISRUPTION_BUDGET_FLAGS,
  generate,
});
