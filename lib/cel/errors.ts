/** One of the faults that compiling finds. Lines begin at 1, columns at 0; both are -1 if it has no place. */
export interface CelIssue {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

/** An expression that does not compile. Its message is what cel-go prints. */
export class CelCompileError extends Error {
  constructor(
    /** What failed: to compile it, or to make constants of it after that. */
    readonly stage: 'compilation' | 'program',
    readonly issues: readonly CelIssue[],
    text: string,
  ) {
    super(text);
  }
}

/** An expression that fails while it is evaluated, in cel-go's words. */
export class CelEvaluationError extends Error {}

/** Something that is evaluated on a server only, or not within reasonable time. */
export class CelNotSupported extends Error {
  constructor(
    /** What cannot be evaluated, as a noun phrase. */
    readonly what: string,
    /** Why not, as the rest of a sentence. */
    readonly why: string,
  ) {
    super(`${what} ${why}`);
  }
}

/** What cel-go says of an evaluation that costs more than a server allows. */
export const COST_LIMIT_EXCEEDED = 'operation cancelled: actual cost limit exceeded';
