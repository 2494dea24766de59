import { PATH_SEGMENT_NAMES } from '../rules/names';
import type { Strategy } from './strategy';

export const BINDING: Strategy = {
  apiVersion: 'v1',
  kind: 'Binding',
  names: () => PATH_SEGMENT_NAMES,
};
