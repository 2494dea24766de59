import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { EXAMPLE } from '../../tools/new/skeleton';

/** A place where a thing has to be: what to do if it is not there, and how to see that. */
export type Place<Subject extends unknown[]> = readonly [
  todo: string,
  isThere: (...subject: Subject) => boolean,
];

/** The places of a thing, by file or part. */
export interface Places<Subject extends unknown[]> {
  readonly [place: string]: Place<Subject>;
}

/** What is missing, and what to do about it: a line a place. */
export const missingOf = <Subject extends unknown[]>(
  places: Places<Subject>,
  ...subject: Subject
): string[] =>
  Object.entries(places)
    .filter(([, [, isThere]]) => !isThere(...subject))
    .map(([place, [todo]]) => `${place}: ${todo}`);

/** Whether nothing is left in a file of what `npm run new` wrote as an example. */
export const isWritten = (text: string) => !text.includes(EXAMPLE);

/** Reads files below a folder; a file that does not exist is empty. */
export const readerOf = (root: string) => (path: string) =>
  existsSync(join(root, path)) ? readFileSync(join(root, path), 'utf8') : '';
