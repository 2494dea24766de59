/** Suggestion for invalid YAML, based on the lines at the position first, then on the parser's message. */
export function yamlSuggestion(reason: string, text: string, offset: number): string | undefined {
  const line = lineAt(text, offset);
  if (TEMPLATE_TAG.test(line) || TEMPLATE_LINE.test(lineBefore(text, offset))) return RENDER_TEMPLATE;
  if (text.startsWith('${', offset - 1)) return FILL_PLACEHOLDER;
  if (CONFLICT_MARKER.test(line) || CONFLICT_MARKER.test(lineBefore(text, offset))) {
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

const lineBefore = (text: string, offset: number) =>
  lineAt(text, Math.max(0, text.lastIndexOf('\n', offset - 1)));

/** Suggestion for what a template engine has yet to make YAML of. */
export const RENDER_TEMPLATE = 'this looks like a template: render it first, for example with helm template';

/** Suggestion for a placeholder between brackets or braces, where its own brace is taken for YAML. */
export const FILL_PLACEHOLDER =
  'replace the placeholder first, for example with envsubst, or quote the value';

/** What Helm, Jinja and others replace. */
const TEMPLATE_TAG = /\{\{|\{%|<%/;

/** A line of nothing else: it is read as a value, and the next line is at fault. */
const TEMPLATE_LINE = /^\s*(?:\{\{|\{%|<%)/;

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
