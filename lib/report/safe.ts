import { jsonEscape } from './terminal-controls';
import { printable } from '../text/printable';

/*
 * What is printed may hold what somebody else has written: names of files, options, contents of manifests.
 * Nothing of it may act on a terminal, or be taken for a command by the log of a CI system.
 */

/**
 * How a line begins that a CI log may take for a command, such as `::warning::text`; white space before it
 * does not matter.
 */
const COMMAND_START = /^([^\S\n\r\u2028\u2029]*)::/gm;

/** What makes it one: other output stays as it is. */
const COMMAND_NAME = '(?=[a-zA-Z-]+(?:::| ))';
const COMMAND = new RegExp(COMMAND_START.source + COMMAND_NAME, 'gm');

/** Unicode's Bidi_Control in full: looking up `\p{Bidi_Control}` takes time whenever the program starts. */
const BIDI_CONTROL = '\\u061c\\u200e\\u200f\\u202a-\\u202e\\u2066-\\u2069';

/** Characters that JSON may hold as they are, and that act or set the direction of a text. */
const UNESCAPED_CONTROLS = new RegExp(`[\\x7f-\\x9f${BIDI_CONTROL}]`, 'g');

/**
 * Control characters but tabs and line ends, and what sets the direction of a text; a carriage return alone
 * takes the cursor back over the line.
 */
const CONTROL_CHARACTERS = new RegExp(
  `[\\0-\\x08\\v\\f\\x0e-\\x1f\\x7f-\\x9f${BIDI_CONTROL}]|\\r(?!\\n)`,
  'g',
);

/** A text whose lines no CI log takes for a command. */
export const withoutCommands = (text: string) => text.replace(COMMAND_START, '$1: :');

/** One line for people. */
export const safeLine = (text: string) => withoutCommands(printable(text));

/** A message for people: tabs and line ends stay, all else that acts or hides is shown as a sign. */
export const safeMessage = (text: string) =>
  withoutCommands(
    text
      .split(/(\n|\t)/)
      .map((part, index) => (index % 2 ? part : printable(part)))
      .join(''),
  );

/** Output for programs: as it is, but for control characters and commands. */
export const safeOutput = (text: string) =>
  text.replace(CONTROL_CHARACTERS, printable).replace(COMMAND, '$1: :');

/** A text of YAML that acts, or may once its lines are broken, unless it is escaped. */
const UNSAFE_IF_PLAIN = new RegExp(`[${BIDI_CONTROL}]|(?:^|\\s)::${COMMAND_NAME}`);

/** Whether YAML has to hold a text in double quotes, where it can be escaped. */
export const needsDoubleQuotes = (text: string) => UNSAFE_IF_PLAIN.test(text);

/** JSON, or YAML that holds what may act in double quotes: it means the same. */
export const safeData = (text: string) =>
  text.replace(UNESCAPED_CONTROLS, jsonEscape).replace(COMMAND, '$1\\x3a:');
