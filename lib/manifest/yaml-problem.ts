/** A problem in a YAML text, at an offset. */
export interface YamlProblem {
  readonly rule: 'yaml-syntax' | 'duplicate-key' | 'key-misread' | 'internal-error';
  readonly message: string;
  readonly suggestion?: string;
  readonly offset: number;
  /** Where the key stands first. */
  readonly first?: number;
}

/** Thrown while a document is being built; the reader turns it into the document's problem. */
export class YamlFailure extends Error {
  constructor(
    message: string,
    readonly offset: number,
    readonly suggestion?: string,
  ) {
    super(message);
  }
}
