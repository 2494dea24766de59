import { randomInt } from 'node:crypto';

const LETTERS = 'bcdfghjklmnpqrstvwxz2456789';

/** utilrand.String(5): no vowels, and nothing that looks like another. */
export const random = () => Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('');
