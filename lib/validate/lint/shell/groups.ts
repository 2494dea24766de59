/** Commands between `{` and `}`, or `(` and `)`. */
export interface Group {
  readonly open: '{' | '(';
  /** Function whose body it is. */
  readonly name?: string;
  /** Whether it runs only in some cases. */
  readonly conditional: boolean;
  /** Branches that it is in: a `)` after a pattern of `case` closes none. */
  readonly depth: number;
  readonly firstCommand: number;
  readonly firstLoop: number;
}

/** A command or a loop. */
interface Part {
  /** Function that it is in. */
  within?: string;
}

/** Groups within groups above which a script is not understood: nobody writes that. */
const DEEPEST = 100;

/** Groups of a script, as a reader comes through them. */
export class Groups {
  readonly functions = new Set<string>();
  /** Whether there was a function whose body is no `{ … }`. */
  opaque = false;
  private readonly open: Group[] = [];
  /** Names of the functions among them. */
  private readonly names: string[] = [];
  /** Name of the function that is being defined; empty before its name. */
  private defined?: string;

  constructor(
    private readonly commands: readonly Part[],
    private readonly loops: readonly Part[],
  ) {}

  /** Function that is being read, the innermost. */
  get within(): string | undefined {
    return this.names.at(-1);
  }

  /** Whether what is being read runs only in some cases. */
  get isConditional(): boolean {
    return this.open.at(-1)?.conditional ?? false;
  }

  /** Whether the head of a function is being read. */
  get isDefining(): boolean {
    return this.defined !== undefined;
  }

  define(name = ''): void {
    this.defined = name;
  }

  /** Takes a word of a function's head. */
  name(word: string): void {
    if (this.defined) this.opaque = true;
    this.defined = this.opaque ? undefined : word;
  }

  begin(open: Group['open'], depth: number, conditional: boolean): void {
    const name = this.defined || undefined;
    if (name) this.functions.add(name);
    if (name) this.names.push(name);
    if (this.open.length >= DEEPEST) this.opaque = true;
    this.defined = undefined;
    const isConditional = !name && (conditional || this.isConditional);
    this.open.push({
      open,
      name,
      depth,
      conditional: isConditional,
      firstCommand: this.commands.length,
      firstLoop: this.loops.length,
    });
  }

  /**
   * The group that ends; undefined if none of its kind is open. `function name ()` has but its head behind
   * it.
   */
  end(open: Group['open'], depth: number): Group | undefined {
    const last = this.open.at(-1);
    if (last?.open !== open || last.depth !== depth) return undefined;
    if (open === '(' && last.name && last.firstCommand === this.commands.length) this.define(last.name);
    if (last.name) this.names.pop();
    return this.open.pop();
  }

  /** Makes a function of a group that runs in the background. @returns the words that call it */
  putBehind({ firstCommand, firstLoop }: Group): string[] {
    const name = `& ${firstCommand}`;
    const { within } = this;
    if (this.open.length >= DEEPEST) return [name];
    const parts = [...this.commands.slice(firstCommand), ...this.loops.slice(firstLoop)];
    for (const part of parts) if (part.within === within) part.within = name;
    this.functions.add(name);
    return [name];
  }
}
