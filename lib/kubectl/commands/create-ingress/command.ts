import { generator } from '../command';
import { CREATE_INGRESS_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_INGRESS = generator({
  aliases: ['ing'],
  summary: 'Create an Ingress',
  usage: 'NAME --rule=HOST/PATH=SERVICE:PORT[,tls[=SECRET]]',
  failure: 'failed to create ingress',
  flags: CREATE_INGRESS_FLAGS,
  generate,
});
