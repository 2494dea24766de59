/** A problem in a YAML text, at an offset. */
export interface YamlProblem {
  readonly rule:
    'yaml-syntax' | 'duplicate-key' | 'key-misread' | 'content-ignored' | 'not-utf8' | 'internal-error';
  readonly message: string;
  readonly suggestion?: string;
  readonly offset: number;
  /** Where the key stands first. */
  readonly first?: number;
  /** Whether another manifest begins there without a separator, so that the document is a mixture of both. */
  readonly mixes?: boolean;
  /** The line of the document that kubectl names, if it names one. */
  readonly line?: number;
}

/** Thrown while a document is being built; the reader turns it into the document's problem. */
export class YamlFailure extends Error {
  /** @param line the one that kubectl names; none if it is 0 */
  constructor(
    message: string,
    readonly offset: number,
    readonly suggestion?: string,
    readonly line = 0,
  ) {
    super(message);
  }
}
