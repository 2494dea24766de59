/** What is known of a program that runs as a helper, in every repository that has it. */
export interface Program {
  /** Name that messages use. */
  readonly name: string;
  /** How the paths of its repositories end: `oliver006/redis_exporter`, or `redis_exporter` for any. */
  readonly images: readonly string[];
  /** Oldest version in these repositories: that of an image whose tag names none. */
  readonly oldest?: string;
  readonly exporter?: Exporter;
  /** Flags and variables that it no longer has, or has deprecated. */
  readonly changes?: readonly Change[];
  /** Fixes that older versions lack. */
  readonly fixes?: readonly Fix[];
  /** Settings that make it listen on all addresses. */
  readonly everywhere?: Everywhere;
}

/** Where an exporter serves its metrics. */
export interface Exporter {
  /** Port by default. */
  readonly port: number;
  /** Variable for the address, beside the flag `--web.listen-address`. */
  readonly variable?: string;
}

/** What became of flags and variables in a version. */
export interface Change {
  /** First version that it is true of. */
  readonly since: string;
  /** What the program does with them: it does not know them, does nothing, or warns. */
  readonly fate: 'removed' | 'ignored' | 'deprecated';
  /**
   * What to use instead, by the name of a flag without dashes, of a variable, or of a program with a slash;
   * {@link ONE_DASH} is any flag with a single dash.
   */
  readonly names: { readonly [name: string]: string };
}

/** Stands for every long flag that is written with a single dash. */
export const ONE_DASH = '-';

/** A fix of something that matters in production. */
export interface Fix {
  /** First version with the mistake, if not the oldest. */
  readonly from?: string;
  /** First version with the fix. */
  readonly version: string;
  readonly cve: string;
  /** What happens without it. */
  readonly about: string;
}

/** Settings that make a proxy listen on all addresses. */
export interface Everywhere {
  /** In its arguments, a line each word. */
  readonly argument?: RegExp;
  /** Variables that hold the address. */
  readonly variables?: readonly string[];
  /** What to do. */
  readonly suggestion: string;
}

/** An image that is not to be used any more. */
export interface OldImage {
  /** End of its repository's path. */
  readonly path: string;
  /** Registries that it is old in. */
  readonly registries?: readonly string[];
  /** Whether it is old with a version as its tag only. */
  readonly versionsOnly?: boolean;
  /** What is wrong with it. */
  readonly problem: string;
  /** What to use; `*` stands for the rest of the image's name. */
  readonly instead: string;
}
