import { type Change, ONE_DASH } from '../program';

export const TWO_DASHES = 'two dashes';

/** The change to a parser that reads `-name` as flags of one letter. */
export const oneDash = (since: string, fate: Change['fate']): Change => ({
  since,
  fate,
  names: { [ONE_DASH]: TWO_DASHES },
});
