import type { CelIssue } from '../errors';

/** Something wrong at the character with an index; -1 if it has no place. */
export interface Fault {
  readonly at: number;
  readonly message: string;
}

/** Syntax that came with a later cel-go. */
export interface SyntaxOptions {
  /** Whether a name may be written between backticks. */
  readonly hasEscapedNames: boolean;
  /** Whether a leading dot skips the variables of loops. */
  readonly hasRootNames: boolean;
}

/** How many faults are shown; the rest is counted. */
const MOST_FAULTS = 100;
/** Lines longer than this are not shown (in bytes). */
const LONGEST_SNIPPET = 16_384;

/** Faults with their places, in their order. */
export function issuesOf(text: string, faults: readonly Fault[]): CelIssue[] {
  const issues = faults.slice(0, MOST_FAULTS).map(({ at, message }) => ({ ...placeOf(text, at), message }));
  return issues.sort((a, b) => a.line - b.line || a.column - b.column);
}

/** Lines and columns count characters, not units of UTF-16. */
function placeOf(text: string, at: number): { readonly line: number; readonly column: number } {
  if (at < 0) return { line: -1, column: -1 };
  const start = text.lastIndexOf('\n', at - 1) + 1;
  let line = 1;
  for (let end = text.indexOf('\n'); end >= 0 && end < at; end = text.indexOf('\n', end + 1)) line++;
  return { line, column: charactersIn(text.slice(start, at)) };
}

/** How many characters a text has; some take two units of UTF-16. */
export const charactersIn = (text: string) =>
  text.length - (text.match(/[\ud800-\udbff][\udc00-\udfff]/g)?.length ?? 0);

/** What cel-go prints of faults (common.Errors ToDisplayString). */
export function displayFaults(text: string, faults: readonly Fault[]): string {
  const lines = text.split('\n');
  const shown = issuesOf(text, faults).map((issue) => display(issue, lines[issue.line - 1]));
  const rest = faults.length - MOST_FAULTS;
  return [...shown, ...(rest > 0 ? [`${rest} more errors were truncated`] : [])].join('\n');
}

function display({ line, column, message }: CelIssue, source: string | undefined): string {
  const head = `ERROR: <input>:${line}:${column + 1}: ${message}`;
  if (source === undefined || Buffer.byteLength(source) > LONGEST_SNIPPET) return head;
  const snippet = source.replaceAll('\t', ' ');
  const characters = Array.from(snippet);
  const dots = characters.slice(0, column).map((character) => (isWide(character) ? '\uff0e' : '.'));
  const mark = isWide(characters[column]) ? '\uff3e' : '^';
  return `${head}\n | ${snippet}\n | ${dots.join('')}${mark}`;
}

const isWide = (character = '') => character > '\x7f';
