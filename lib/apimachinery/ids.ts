import { inRange, NO_MESSAGES } from './messages';

const MAX_ID = 2 ** 31 - 1;

/** IsValidUserID and IsValidGroupID, 1.36. */
export const unixId = (id: number): readonly string[] =>
  id >= 0 && id <= MAX_ID ? NO_MESSAGES : [inRange(0, MAX_ID)];
