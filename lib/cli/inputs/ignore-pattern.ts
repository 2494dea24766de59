/**
 * A pattern of what is to be left out, which may match something.
 *
 * @throws Error with what is wrong with it, if it never can
 */
export function readIgnorePattern(pattern: string): string {
  const shown = JSON.stringify(pattern);
  if (!pattern.trim()) {
    throw new Error(`empty pattern ${shown}: specify a file or folder, such as charts/`);
  }
  if (/^!?\.\.?\//.test(pattern)) {
    throw new Error(
      `the pattern ${shown} matches nothing: write it without "${/\.\.?\//.exec(pattern)![0]}" before it`,
    );
  }
  if (/^#/.test(pattern)) throw new Error(`the pattern ${shown} is a comment: write \\# for a literal #`);
  if (hasOpenBracket(pattern)) {
    throw new Error(`the pattern ${shown} has an unclosed "[": add "]", or write \\[ for a literal [`);
  }
  return pattern;
}

function hasOpenBracket(pattern: string): boolean {
  const [, after] = /^(?:\\[^]|[^[\\])*\[([^]*)$/.exec(pattern) ?? [];
  return after !== undefined && !after.slice(1).includes(']');
}
