import { reference } from '../command';
import { EXPLAIN_FLAGS } from './flags';

export const EXPLAIN = reference({
  summary: 'Explain a kind or field, with its versions, default and rules',
  usage: 'TYPE[.FIELD...] [--recursive] [--api-version=GROUP/VERSION] [--crd=FILE]',
  flags: EXPLAIN_FLAGS,
});
