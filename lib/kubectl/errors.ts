/** What kubectl refuses, in its own words. */
export class KubectlError extends Error {
  override readonly name: string = 'KubectlError';

  /** @param bare whether it is printed as it stands, without `error: ` before it */
  constructor(message: string, readonly bare = false) {
    super(message);
  }
}

/** A command line that makes no sense to a command (cmdutil.UsageErrorf, 1.36). */
export class KubectlUsageError extends KubectlError {
  constructor(message: string, command: string) {
    super(`${message}\nSee '${command} -h' for help and examples`);
  }
}

/** A template that failed half-way: what it had printed by then, and what is said about it. */
export class TemplateFailure extends KubectlError {
  constructor(message: string, readonly printed: string) {
    super(message);
  }
}
