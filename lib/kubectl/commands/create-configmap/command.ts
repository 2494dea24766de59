import { generator } from '../command';
import { CREATE_CONFIG_MAP_FLAGS } from './flags';
import { generate } from './generate';

export const CREATE_CONFIG_MAP = generator({
  aliases: ['cm'],
  summary: 'Create a ConfigMap from files and literals',
  usage: 'NAME [--from-file=[KEY=]FILE] [--from-literal=KEY=VALUE]',
  failure: 'failed to create configmap',
  flags: CREATE_CONFIG_MAP_FLAGS,
  generate,
});
