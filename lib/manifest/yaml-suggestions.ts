/** Suggestion for invalid YAML, based on the lines at the position first, then on the parser's message. */
export function yamlSuggestion(reason: string, text: string, offset: number): string | undefined {
  const line = lineAt(text, offset);
  if (TEMPLATE_TAG.test(line) || TEMPLATE_LINE.test(lineBefore(text, offset))) return RENDER_TEMPLATE;
  if (text.startsWith('${', offset - 1)) return FILL_PLACEHOLDER;
  if (CONFLICT_MARKER.test(line) || CONFLICT_MARKER.test(lineBefore(text, offset))) {
    return 'resolve the merge conflict';
  }
  if (reason === 'found character that cannot start any token') {
    return suggestionForSign(text.slice(offset, offset + 1));
  }
  return SUGGESTIONS.find(([pattern]) => pattern.test(reason))?.[1];
}

const suggestionForSign = (sign: string) =>
  sign === '\t' ? INDENT_WITH_SPACES : `quote the value: a plain value cannot start with "${sign}"`;

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

const INDENT_WITH_SPACES = 'indent with spaces: YAML does not allow tabs for indentation';

/** By what go-yaml says. */
const SUGGESTIONS: readonly (readonly [RegExp, string])[] = [
  [/^found a tab character/, INDENT_WITH_SPACES],
  [
    /^(did not find expected key|mapping values are not allowed)/,
    'give sibling keys the same indentation, and quote values that contain ": "',
  ],
  [
    /^could not find expected ':'/,
    'put a colon and a space after the key, or indent the line further if it continues the one before',
  ],
  [/^did not find expected ',' or/, 'separate the entries with a comma, or close the bracket or brace first'],
  [
    /^did not find expected node content/,
    'close the open bracket, brace or quote before this line, or indent the line further',
  ],
  [/^did not find expected '-'/, 'align all entries in one column, and do not mix a list with a map'],
  [
    /^block sequence entries are not allowed/,
    'put the list on its own lines, or quote a value that starts with "- "',
  ],
  [/^did not find expected comment or line break/, 'put the content on the next line, indented'],
  [/^did not find expected alphabetic/, 'quote a value that starts with "*" or "&"'],
  [/^did not find expected (tag URI|whitespace)/, 'quote a value that starts with "!"'],
  [/^found unexpected (end of stream|document indicator)/, 'close the quotes'],
  [
    /^found unknown escape character/,
    String.raw`write \\ for a backslash in double quotes, or use single quotes`,
  ],
];
