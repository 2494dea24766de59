import { group } from '../command';

export const CREATE_SECRET = group({
  summary: 'a Secret',
});
