import { RE2JS, RE2JSSyntaxException } from 're2js';

/** What Go's regexp.Compile says of an expression that it does not take (Go 1.25). */
export function regexpProblem(expression: string): string | undefined {
  try {
    RE2JS.compile(expression);
    return undefined;
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return problemOf(error.message);
    throw error;
  }
}

/** Go takes names of groups twice, and shows the rest of the expression even if there is none. */
function problemOf(message: string): string | undefined {
  if (message.includes('duplicate capture group name')) return undefined;
  return message.endsWith('trailing backslash at end of expression') ? `${message}: \`\`` : message;
}

/** Whether an expression is found in a text (regexp.MatchString); undefined if it does not compile. */
export function matchesRegexp(expression: string, text: string): boolean | undefined {
  try {
    return RE2JS.compile(expression).matcher(text).find();
  } catch (error) {
    if (error instanceof RE2JSSyntaxException) return undefined;
    throw error;
  }
}
