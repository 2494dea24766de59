/** What to do about a text that is no YAML: by the lines at the place first, then by what the parser says. */
export function remedyFor(reason: string, text: string, offset: number): string | undefined {
  const line = lineAt(text, offset);
  if (line.includes('{{')) return 'this is a template: render it first, as helm template does';
  if (CONFLICT.test(line) || CONFLICT.test(lineAt(text, Math.max(0, text.lastIndexOf('\n', offset - 1))))) {
    return 'settle the merge conflict whose marks are left here';
  }
  const [sign] = text.slice(offset);
  if (/bad indentation/.test(reason) && sign && SIGNS.includes(sign)) {
    return `put the value in quotes: none begins with "${sign}"`;
  }
  return REMEDIES.find(([pattern]) => pattern.test(reason))?.[1];
}

function lineAt(text: string, offset: number): string {
  const start = text.lastIndexOf('\n', offset - 1) + 1;
  const end = text.indexOf('\n', offset);
  return text.slice(start, end < 0 ? undefined : end);
}

const CONFLICT = /^(<{7}|={7}|>{7})( |$)/;

/** What no plain value begins with. */
const SIGNS = '@`%';

/** The parser's complaints that people meet most. */
const REMEDIES: readonly (readonly [RegExp, string])[] = [
  [/tab character/, 'indent with spaces: YAML allows no tabs there'],
  [/bad indentation/, 'give sibling keys the same indentation, and quote values that hold ": "'],
  [
    /deficient indentation/,
    'close the bracket, brace or quote that is open before, or indent this line further',
  ],
  [/missed comma/, 'put a comma between the entries, or close the bracket or brace before'],
  [/end of the stream/, 'begin each entry in the column of the one before, and do not mix a list with a map'],
  [/line break is expected/, 'put the text on the next line, indented'],
  [/alias node/, 'put a value that begins with "*" in quotes'],
  [/quoted scalar/, 'close the quotes'],
  [/nesting/, 'nest less deeply'],
];
