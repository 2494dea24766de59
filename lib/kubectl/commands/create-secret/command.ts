import { group } from '../command';

export const CREATE_SECRET = group({
  summary: 'Create a Secret',
});
