const ALPHANUMERICS = 'bcdfghjklmnpqrstvwxz2456789';

/** utilrand.String(5): no vowels, and nothing that looks like another. */
export const randomSuffix = () =>
  Array.from({ length: 5 }, () => ALPHANUMERICS[Math.floor(Math.random() * ALPHANUMERICS.length)]).join('');
