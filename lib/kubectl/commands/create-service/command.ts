import { group } from '../command';

export const CREATE_SERVICE = group({
  aliases: ['svc'],
  summary: 'Create a Service',
});
