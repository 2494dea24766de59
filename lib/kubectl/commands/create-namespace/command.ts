import { generator } from '../command';
import { CREATE_FLAGS } from '../../flags/common';
import { generate } from './generate';

export const CREATE_NAMESPACE = generator({
  aliases: ['ns'],
  summary: 'Create a Namespace',
  usage: 'NAME',
  flags: CREATE_FLAGS,
  generate,
});
