/** Suggestion for invalid YAML, based on the lines at the position first, then on the parser's message. */
export function yamlSuggestion(reason: string, text: string, offset: number): string | undefined {
  const line = lineAt(text, offset);
  if (line.includes('{{')) {
    return 'this looks like a template: render it first, for example with helm template';
  }
  if (
    CONFLICT_MARKER.test(line) ||
    CONFLICT_MARKER.test(lineAt(text, Math.max(0, text.lastIndexOf('\n', offset - 1))))
  ) {
    return 'resolve the merge conflict';
  }
  const [sign] = text.slice(offset);
  if (/bad indentation/.test(reason) && sign && RESERVED_INDICATORS.includes(sign)) {
    return `quote the value: a plain value cannot start with "${sign}"`;
  }
  return SUGGESTIONS.find(([pattern]) => pattern.test(reason))?.[1];
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end);
}

const CONFLICT_MARKER = /^(<{7}|={7}|>{7})( |$)/;

/** What no plain value begins with. */
const RESERVED_INDICATORS = '@`%';

/** The parser's most common messages. */
const SUGGESTIONS: readonly (readonly [RegExp, string])[] = [
  [/tab character/, 'indent with spaces: YAML does not allow tabs for indentation'],
  [/bad indentation/, 'give sibling keys the same indentation, and quote values that contain ": "'],
  [
    /deficient indentation/,
    'close the open bracket, brace or quote before this line, or indent the line further',
  ],
  [/missed comma/, 'separate the entries with a comma, or close the bracket or brace first'],
  [/end of the stream/, 'align all entries in one column, and do not mix a list with a map'],
  [/line break is expected/, 'put the content on the next line, indented'],
  [/alias node/, 'quote a value that starts with "*"'],
  [/quoted scalar/, 'close the quotes'],
  [/nesting/, 'reduce the nesting'],
];
