import { quoteRune } from '../../go/format';
import { type Flag, type FlagTable, type FlagValue, type FlagValues, initialValue, isKnownIn } from './flag';
import { readFlag } from './read';

/** What a command line gives to a command. */
export interface ParsedFlags<Table extends FlagTable> {
  readonly values: FlagValues<Table>;
  /** Names of the flags that were given. */
  readonly changed: ReadonlySet<string>;
  /** All else, in order. */
  readonly args: readonly string[];
  /** How many of the arguments stand before `--`; -1 where there is none (ArgsLenAtDash). */
  readonly argsAtDash: number;
  /** Each flag as it was given, in order. */
  readonly given: readonly GivenFlag[];
}

export interface GivenFlag {
  readonly name: string;
  readonly text: string;
}

/** The flags that a command of a minor has, and those by shorthand. */
export class FlagSet<Table extends FlagTable> {
  private readonly shorthands = new Map<string, string>();
  private readonly names: readonly string[];

  constructor(
    readonly table: Table,
    readonly minor: number,
  ) {
    this.names = Object.keys(table).filter((name) => isKnownIn(table[name], minor));
    for (const name of this.names) {
      const { shorthand } = table[name];
      if (shorthand !== undefined) this.shorthands.set(shorthand, name);
    }
  }

  /** The name of a flag as it is in the table: `dry_run` is `dry-run`, too (WordSepNormalizeFunc). */
  named(name: string): string | undefined {
    const normal = name.replaceAll('_', '-');
    return this.names.includes(normal) ? normal : undefined;
  }

  byShorthand(letter: string): string | undefined {
    return this.shorthands.get(letter);
  }

  /** What is needed and not there, by name. */
  missing(changed: ReadonlySet<string>): string[] {
    return this.names.filter((name) => this.table[name].required && !changed.has(name)).sort();
  }

  initial(): { [name: string]: FlagValue } {
    return Object.fromEntries(this.names.map((name) => [name, initialValue(this.table[name])]));
  }
}

/** A flag that a command does not have, in pflag's words. */
export class UnknownFlag extends Error {
  /** @param word what stands behind the dashes, without a value */
  constructor(
    message: string,
    readonly word: string,
  ) {
    super(message);
  }
}

/** Value of a flag that stands alone; undefined if it needs one. */
export const bareValue = ({ type, bare }: Flag) => bare ?? (type === 'bool' ? 'true' : undefined);

/**
 * Reads the flags among arguments, which may stand in any order, as pflag does.
 *
 * @param notice takes what is to be said of flags that are deprecated
 * @throws Error in pflag's words
 */
export function parseFlags<Table extends FlagTable>(
  flags: FlagSet<Table>,
  argv: readonly string[],
  notice: (text: string) => void,
): ParsedFlags<Table> {
  return new Parse(flags, argv, notice).run();
}

class Parse<Table extends FlagTable> {
  private readonly values: { [name: string]: FlagValue };
  private readonly changed = new Set<string>();
  private readonly args: string[] = [];
  private readonly given: GivenFlag[] = [];
  private at = 0;
  private argsAtDash = -1;

  constructor(
    private readonly flags: FlagSet<Table>,
    private readonly argv: readonly string[],
    private readonly notice: (text: string) => void,
  ) {
    this.values = flags.initial();
  }

  run(): ParsedFlags<Table> {
    for (let word = this.next(); word !== undefined; word = this.next()) this.word(word);
    const { changed, args, argsAtDash, given } = this;
    return { values: this.values as FlagValues<Table>, changed, args, argsAtDash, given };
  }

  private next(): string | undefined {
    return this.argv[this.at++];
  }

  private word(word: string): void {
    if (word === '--') {
      this.argsAtDash = this.args.length;
      while (this.at < this.argv.length) this.args.push(this.argv[this.at++]);
    } else if (word.startsWith('--')) {
      this.long(word);
    } else if (word.startsWith('-') && word.length > 1) {
      this.shorts(word.slice(1));
    } else {
      this.args.push(word);
    }
  }

  private long(word: string): void {
    const [, name, value] = /^--([^=]*)(?:=([^]*))?$/.exec(word)!;
    if (!name || name.startsWith('-')) throw new Error(`bad flag syntax: ${word}`);
    const known = this.flags.named(name);
    if (known === undefined) throw new UnknownFlag(`unknown flag: --${name}`, name);
    const text = value ?? bareValue(this.flags.table[known]) ?? this.next();
    if (text === undefined) throw new Error(`flag needs an argument: --${name}`);
    this.set(known, text);
  }

  /** Several letters may share a dash; the last may have a value. */
  private shorts(letters: string): void {
    if (letters.startsWith('test.')) return;
    let left = letters;
    while (left) left = this.short(left, letters);
  }

  private short(letters: string, word: string): string {
    const name = this.flags.byShorthand(letters[0]);
    const problem = (what: string) => new Error(`${what}: ${quoteRune(letters[0])} in -${letters}`);
    if (name === undefined) {
      throw new UnknownFlag(problem('unknown shorthand flag').message, word.split('=')[0]);
    }
    const bare = bareValue(this.flags.table[name]);
    const attached = letters[1] === '=' && letters.length > 2;
    const text = attached ? letters.slice(2) : (bare ?? (letters.slice(1) || this.next()));
    if (text === undefined) throw problem('flag needs an argument');
    this.noticeDeprecated(name, `shorthand -${letters[0]}`);
    this.set(name, text);
    return attached || bare === undefined ? '' : letters.slice(1);
  }

  private set(name: string, text: string): void {
    const before = this.changed.has(name) ? this.values[name] : undefined;
    this.values[name] = readFlag(name, this.flags.table[name], text, before);
    this.changed.add(name);
    this.given.push({ name, text });
    this.noticeDeprecated(name, `--${name}`);
  }

  private noticeDeprecated(name: string, given: string): void {
    const { deprecated, deprecatedSince = 0 } = this.flags.table[name];
    if (deprecated !== undefined && this.flags.minor >= deprecatedSince) {
      this.notice(`Flag ${given} has been deprecated, ${deprecated}`);
    }
  }
}
