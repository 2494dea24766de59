import { CONTROL } from './characters';
import type { Event } from './events';
import { Parser } from './parser';
import { YamlFailure } from '../yaml-problem';

/**
 * The events of the first document of a text, as go-yaml reads it; none if it holds nothing.
 *
 * @param mostNested levels of lists and maps above which it is refused
 * @throws YamlFailure with go-yaml's words
 */
export function parseEvents(text: string, mostNested: number): readonly Event[] {
  const parser = new Parser(text, mostNested);
  const control = text.search(CONTROL);
  return control < 0 ? parser.parse() : parsedBefore(control, text, parser);
}

/** Bytes that go-yaml looks at together. */
const CHUNK = 512;

/** What go-yaml says before it comes upon a character that is not allowed, or that it does. */
function parsedBefore(control: number, text: string, parser: Parser): readonly Event[] {
  const bytes = Buffer.byteLength(text.slice(0, control).replaceAll('\r\n', '\n'));
  const isAhead = () => {
    const read = Buffer.byteLength(text.slice(0, parser.offset).replaceAll('\r\n', '\n'));
    return read < bytes - (bytes % CHUNK);
  };
  try {
    const events = parser.parse();
    if (isAhead()) return events;
  } catch (failure) {
    if (isAhead()) throw failure;
  }
  const code = text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0');
  throw new YamlFailure('control characters are not allowed', control, `remove the character U+${code}`);
}
