import type { RE2JS } from 're2js';

/** What a compiler says of an expression: what it makes of it, or what is wrong. */
type Compiled = { readonly expression: RE2JS } | { readonly problem: string };

/** How many expressions are kept: schemas repeat theirs. */
const KEPT = 500;

const compiled = new Map<string, Compiled>();

function compile(text: string): Compiled {
  let result = compiled.get(text);
  if (!result) {
    if (compiled.size >= KEPT) compiled.clear();
    compiled.set(text, (result = compileNew(text)));
  }
  return result;
}

/** The compiler is loaded with the first expression: that takes longer than to judge a schema. */
function compileNew(text: string): Compiled {
  const re2 = require('re2js') as typeof import('re2js');
  try {
    return { expression: re2.RE2JS.compile(text) };
  } catch (error) {
    if (error instanceof re2.RE2JSSyntaxException) return { problem: error.message };
    throw error;
  }
}

/** What Go's regexp.Compile says of an expression that it does not take (Go 1.25). */
export function regexpProblem(text: string): string | undefined {
  const result = compile(text);
  return 'problem' in result ? problemOf(result.problem) : undefined;
}

/** Go takes names of groups twice, and shows the rest of the expression even if there is none. */
function problemOf(problem: string): string | undefined {
  if (problem.includes('duplicate capture group name')) return undefined;
  return problem.endsWith('trailing backslash at end of expression') ? `${problem}: \`\`` : problem;
}

/** Whether an expression is found in a text (regexp.MatchString); undefined if it does not compile. */
export function matchesRegexp(expression: string, text: string): boolean | undefined {
  const result = compile(expression);
  return 'problem' in result ? undefined : result.expression.matcher(text).find();
}

/**
 * What an expression finds in a text, up to a number of times (regexp.FindAllString); undefined if it does
 * not compile.
 */
export function findAllMatches(expression: string, text: string, most: number): string[] | undefined {
  const result = compile(expression);
  if ('problem' in result) return undefined;
  const matcher = result.expression.matcher(text);
  const found: string[] = [];
  let end = -1;
  while (found.length < most && matcher.find()) {
    // Go takes no empty match right after another one.
    if (matcher.start() === matcher.end() && matcher.start() === end) continue;
    end = matcher.end();
    found.push(matcher.group()!);
  }
  return found;
}
