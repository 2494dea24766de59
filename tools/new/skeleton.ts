/** A name as the skeletons need it. */
export interface Name {
  /** `pull-secret`. */
  readonly kebab: string;
  /** `PULL_SECRET`. */
  readonly constant: string;
  /** `PullSecret`. */
  readonly pascal: string;
  /** `pull secret`. */
  readonly words: string;
}

/** What is written for a new thing of one sort. */
export interface Skeleton {
  /** What it is, in a few words. */
  readonly description: string;
  /** Path below the repository → text of a new file. */
  files(name: Name): ReadonlyMap<string, string>;
  /** What remains to be done by hand, and the test that names what is missing. */
  readonly next: string;
}

/** @throws Error if it is not in kebab case */
export function nameOf(kebab: string): Name {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kebab)) {
    throw new Error(
      `invalid name "${kebab}": use small letters, digits and single dashes, such as pull-secret`,
    );
  }
  const words = kebab.split('-');
  return {
    kebab,
    constant: words.join('_').toUpperCase(),
    pascal: words.map((word) => word[0].toUpperCase() + word.slice(1)).join(''),
    words: words.join(' '),
  };
}
