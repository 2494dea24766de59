import { stripVTControlCharacters } from 'node:util';

/** The message that an assertion fails with, without colours. */
export function failure(assertion: () => void): string {
  try {
    assertion();
  } catch (error) {
    return stripVTControlCharacters((error as Error).message);
  }
  throw new Error('the assertion holds, and should not');
}
