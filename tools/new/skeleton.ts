import { ruleNamed } from '../../lib/validate/catalogue';

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

/** Reads a file of the repository; empty if there is none. */
export type Read = (path: string) => string;

/** What is written for a new thing. Paths are those below the repository. */
export interface Plan {
  /** Path → text of a new file. */
  readonly created: ReadonlyMap<string, string>;
  /** Path → new text of a file that exists. */
  readonly changed: ReadonlyMap<string, string>;
  /** What remains to be done by hand, a step a line. */
  readonly next: readonly string[];
}

/** What is written for a new thing of one sort. */
export interface Skeleton {
  /** What it is, in a few words. */
  readonly description: string;
  /** A name as it is given. */
  readonly example: string;
  /** Whether generated files depend on it, so that `npm run generate` must follow. */
  readonly generates: boolean;
  /**
   * Plans what to write; nothing is written yet.
   *
   * @throws Error with a suggestion, if there can be no such thing
   */
  plan(name: string, read: Read): Plan;
}

/** Marks what a skeleton contains only as an example: the tests of the catalogues ask for more. */
export const EXAMPLE = 'Example: replace it';

/** @throws Error if it is not in kebab case */
export function nameOf(kebab: string): Name {
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(kebab)) {
    const meant = kebabOf(kebab);
    const suggestion = meant ? `did you mean "${meant}"?` : 'choose a name such as "pull-secret"';
    throw new Error(
      `invalid name "${kebab}": a name is in lower case, with single dashes between words; ${suggestion}`,
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

/** `CSIDriver` is `csi-driver`, and so is what else a name may be written like. */
export const kebabOf = (name: string) =>
  name
    .replace(/(?<=[A-Z])[A-Z]+(?=[A-Z]|$)/g, (letters) => letters.toLowerCase())
    .replace(/\B[A-Z]/g, '-$&')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^[-0-9]+|-$/g, '');

/** @throws Error if a rule has the id */
export function assertFreeRule(id: string): void {
  const rule = ruleNamed(id);
  if (rule) {
    throw new Error(`the rule "${id}" exists: it finds ${rule.mistake}; choose another name`);
  }
}
