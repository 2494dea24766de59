/** The `this` that jest and vitest pass to a matcher, as far as it is used. */
export interface Context {
  readonly isNot?: boolean;
  readonly promise?: string;
  equals(received: unknown, expected: unknown, testers?: any[]): boolean;
  readonly utils: Utils;
}

interface Utils {
  matcherHint(name: string, received?: string, expected?: string, options?: object): string;
  printExpected(value: unknown): string;
  printReceived(value: unknown): string;
  EXPECTED_COLOR(text: string): string;
  RECEIVED_COLOR(text: string): string;
  diff(expected: any, received: any): string | null | undefined;
  readonly iterableEquality: any;
  readonly subsetEquality: any;
}

/** What a matcher says. */
export interface Outcome {
  readonly pass: boolean;
  message(): string;
}

/** A misuse of a matcher: it fails, with or without `.not`. */
export class Misuse extends Error {}

/** A use of a matcher, as its messages speak of it. */
export class MatcherMessage {
  constructor(
    readonly context: Context,
    private readonly matcher: string,
    private readonly expected: string,
  ) {}

  /** What all messages begin with, and parts of the message, those that there are. */
  text(...parts: readonly (string | undefined | false)[]): string {
    const { utils, isNot, promise } = this.context;
    const hint = utils.matcherHint(this.matcher, 'received', this.expected, { isNot, promise });
    return [hint, ...parts.filter(Boolean)].join('\n\n');
  }

  /** Lines with a place marked, in the colour of what was received. */
  frame(text: string): string {
    return text.replace(/^ *(?:> *\d+ \||\| *\^).*$/gm, (line) => this.context.utils.RECEIVED_COLOR(line));
  }
}

type Body<Expected extends readonly any[]> = (
  matching: MatcherMessage,
  received: unknown,
  ...expected: Expected
) => Outcome;

/** A matcher for `expect.extend`. `expected` names its arguments in messages. */
export function matcher<Expected extends readonly any[]>(
  name: string,
  expected: string,
  body: Body<Expected>,
) {
  return function matches(this: Context, received: unknown, ...given: Expected): Outcome {
    const matching = new MatcherMessage(this, name, expected);
    try {
      return body(matching, received, ...given);
    } catch (error) {
      if (!(error instanceof Misuse)) throw error;
      const misuse = new Error(matching.text(`Matcher error: ${error.message}`));
      Error.captureStackTrace(misuse, matches);
      throw misuse;
    }
  };
}

/** Fewer lines, where there are many. */
export function indentedLines(lines: readonly string[], most = 20): string {
  const more = lines.length - most;
  return [...lines.slice(0, most), ...(more > 0 ? [`and ${more} more`] : [])]
    .map((line) => `  ${line}`)
    .join('\n');
}

export const countText = (count: number, noun: string) => `${count} ${noun}${count === 1 ? '' : 's'}`;
