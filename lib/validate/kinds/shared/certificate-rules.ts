/** Loaded with the first of these kinds: no other kind needs to read DER and to check signatures. */
export const certificateRules = () =>
  require('../../rules/certificates') as typeof import('../../rules/certificates');
