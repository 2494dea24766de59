import { scan } from '../text/scan';
import { type Event, EVENT_ID } from './yaml/events';
import type { YamlProblem } from './yaml-problem';

/** What kubectl reads for bytes that are not UTF-8. */
const REPLACEMENT = '\ufffd';

/** What kubectl silently drops of the text of a document, or replaces: at most one problem of each sort. */
export const textProblems = (text: string, events: readonly Event[]): YamlProblem[] => [
  ...ignoredContent(text, events),
  ...replacedBytes(text, events),
];

/** go-yaml reads one document of those that `...` ends, and what follows a value is nobody's. */
function ignoredContent(text: string, events: readonly Event[]): YamlProblem[] {
  const last = events.at(-1);
  if (last?.type !== EVENT_ID.POP || last.end === undefined) return [];
  const offset = firstContent(text, last.end);
  if (offset === undefined) return [];
  return [
    {
      rule: 'content-ignored',
      message: 'kubectl ignores this and all that follows it, since the document has ended',
      suggestion: 'put --- on a line of its own before it if it is another manifest, or remove it',
      offset,
    },
  ];
}

/** White space, a comment, or the mark of the end of a document. */
const NOTHING = /\s+|#.*|\.\.\.(?=\s|$)/y;

function firstContent(text: string, start: number): number | undefined {
  const end = scan(start, text.length, (at) => {
    NOTHING.lastIndex = at;
    return NOTHING.exec(text) ? NOTHING.lastIndex : undefined;
  });
  return end < text.length ? end : undefined;
}

function replacedBytes(text: string, events: readonly Event[]): YamlProblem[] {
  if (!text.includes(REPLACEMENT)) return [];
  for (const event of events) {
    if (event.type !== EVENT_ID.SCALAR) continue;
    const offset = text.slice(event.valueStart, event.valueEnd).indexOf(REPLACEMENT);
    if (offset < 0) continue;
    return [
      {
        rule: 'not-utf8',
        message: 'kubectl replaces bytes that are not UTF-8 with U+FFFD (replacement character)',
        suggestion: 'save the file as UTF-8, and write the character again',
        offset: event.valueStart + offset,
      },
    ];
  }
  return [];
}
