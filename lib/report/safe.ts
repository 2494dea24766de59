import { printable } from './printable';

/*
 * What is printed may hold what somebody else has written: names of files, options, contents of manifests.
 * Nothing of it may act on a terminal, or be taken for a command by the log of a CI system.
 */

/** Lines that a CI log takes for a command, such as `::warning::text`, wherever they begin. */
const COMMAND = /^([\t ]*)::(?=[a-zA-Z-]+(?:::| ))/gm;

/** Control characters but tabs and line ends; a carriage return alone takes the cursor back over the line. */
const CONTROL = /[\0-\x08\v\f\x0e-\x1f\x7f-\x9f]|\r(?!\n)/g;

/** A message for people: tabs and line ends stay, all else that acts or hides is shown as a sign. */
export const safeMessage = (text: string) =>
  text
    .split(/(\n|\t)/)
    .map((part, index) => (index % 2 ? part : printable(part)))
    .join('')
    .replace(/^([\t ]*)::/gm, '$1: :');

/** Output for programs: as it is, but for control characters and commands. */
export const safeOutput = (text: string) => text.replace(CONTROL, printable).replace(COMMAND, '$1: :');
