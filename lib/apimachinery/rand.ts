const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** utilrand.String(5): no vowels, and nothing that looks like another. */
export const random = () =>
  Array.from({ length: 5 }, () => LETTERS[Math.floor(Math.random() * LETTERS.length)]).join('');
