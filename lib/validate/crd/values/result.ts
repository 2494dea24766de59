/** Steps from a value to one inside it. */
export type Way = readonly (string | number)[];

export type Reason = 'type' | 'required' | 'enum' | 'tooLong' | 'tooMany' | 'invalid' | 'whole';

/** Something wrong with a value (errors.Validation, kube-openapi pkg/validation/errors 1.36). */
export interface ValueError {
  readonly reason: Reason;
  /** Where it is, as a server writes it, and as steps. */
  readonly name: string;
  readonly way: Way;
  readonly message: string;
  readonly value?: unknown;
  /** The limit that the value exceeds, or the values that there may be. */
  readonly valid?: number | readonly unknown[];
}

/**
 * What a validation says, and how much it has looked at: of several schemas, the one that fits best is shown.
 */
export class Result {
  readonly errors: ValueError[] = [];
  private readonly messages = new Set<string>();
  matches = 0;

  get isValid(): boolean {
    return this.errors.length === 0;
  }

  /** A text occurs only once. */
  add(error: ValueError | undefined): void {
    if (!error || this.messages.has(error.message)) return;
    this.messages.add(error.message);
    this.errors.push(error);
  }

  merge(other: Result | undefined): void {
    if (!other) return;
    other.errors.forEach((error) => this.add(error));
    this.matches += other.matches;
  }
}
