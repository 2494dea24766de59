import { aggregateText } from '../go/aggregate';

/** An error with kubectl's own message. */
export class KubectlError extends Error {
  override readonly name: string = 'KubectlError';
  /** What follows kubectl's own words: what was probably meant. */
  hint = '';

  /** @param verbatim whether it is printed as it stands, without `error: ` before it */
  constructor(
    message: string,
    readonly verbatim = false,
  ) {
    super(message);
  }
}

/** An invalid command line for a command (cmdutil.UsageErrorf, 1.36). */
export class KubectlUsageError extends KubectlError {
  constructor(message: string, command: string) {
    super(`${message}\nSee '${command} -h' for help and examples`);
  }
}

/**
 * A server's refusal, which is worded differently if it is one of several (cmdutil.checkErr and
 * AddSourceToErr, 1.36).
 */
export class ServerRefusal extends KubectlError {
  constructor(
    alone: string,
    readonly amongOthers: string,
  ) {
    super(alone, true);
  }
}

const textAmongOthers = (error: KubectlError) =>
  error instanceof ServerRefusal ? error.amongOthers : error.message;

/** Several errors at once (utilerrors.Aggregate, 1.36). */
export class KubectlErrors extends KubectlError {
  constructor(readonly errors: readonly KubectlError[]) {
    super(combinedText(errors));
  }
}

const combinedText = (errors: readonly KubectlError[]): string =>
  errors.length === 1 ? errors[0].message : aggregateText(errors.flatMap(flatten).map(textAmongOthers));

const flatten = (error: KubectlError): readonly KubectlError[] =>
  error instanceof KubectlErrors ? error.errors.flatMap(flatten) : [error];

/** Throws what has been gathered, if anything has. */
export function throwIfAny(errors: readonly KubectlError[]): void {
  if (errors.length) throw new KubectlErrors(errors);
}

/** Carries out a step; an error of kubectl's is put with the others instead of thrown. */
export function collectError(errors: KubectlError[], step: () => void): void {
  try {
    step();
  } catch (error) {
    if (!(error instanceof KubectlError)) throw error;
    errors.push(error);
  }
}

/** Output for an error (cmdutil.checkErr, 1.36). */
export function printedError(error: KubectlError): string {
  const only = error instanceof KubectlErrors && error.errors.length === 1 ? error.errors[0] : error;
  if (only instanceof KubectlErrors) return only.errors.map((one) => `${textAmongOthers(one)}\n`).join('');
  const text = only.verbatim || only.message.startsWith('error: ') ? only.message : `error: ${only.message}`;
  return !text || text.endsWith('\n') ? text : `${text}\n`;
}

/** A template that failed half-way: what it had printed by then, and what is said about it. */
export class TemplateFailure extends KubectlError {
  constructor(
    message: string,
    readonly printed: string,
  ) {
    super(message);
  }
}
