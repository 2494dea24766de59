import { type Token, tokensOf } from './tokens';

/** A simple command of a script. */
export interface Command {
  /** Program and arguments, without quotes, assignments before it, and redirections. */
  readonly words: readonly string[];
  /** Files that its output goes to. */
  readonly writes: readonly string[];
  /** Operator after it: `;`, `&&`, `||`, `|`, `&`, or nothing at the end. */
  readonly then: string;
  /** Whether it runs only in some cases: in a branch, after `||`, in a function. */
  readonly conditional: boolean;
  /** Loop that it is in, the innermost. */
  readonly loop?: Loop;
}

/** A loop of a script. */
export interface Loop {
  readonly keyword: 'while' | 'until' | 'for';
  /** Commands between the keyword and `do`, those of inner loops too. */
  readonly condition: Command[];
  /** Commands between `do` and `done`, those of inner loops too. */
  readonly body: Command[];
  readonly conditional: boolean;
  readonly outer?: Loop;
  /** Whether a `!` stands before its condition. */
  negated: boolean;
  /** Operator after `done`. */
  then: string;
}

/** A shell script, as far as it can be told without running it. */
export interface Script {
  readonly text: string;
  /** Simple commands in the order of the text, at any depth. */
  readonly commands: readonly Command[];
  readonly loops: readonly Loop[];
  /** Whether it has functions or groups in the background: when their commands run cannot be told. */
  readonly opaque: boolean;
}

/** The script of one command that no shell reads. */
export const commandOnly = (words: readonly string[]): Script =>
  ({ text: '', commands: [{ words, writes: [], then: '', conditional: false }], loops: [], opaque: false });

/** Scripts of late: a manifest has the same in many places. */
const known = new Map<string, Script>();
const MOST_KNOWN = 200;

/** Reads a script. It is never run. */
export function scriptOf(text: string): Script {
  const before = known.get(text);
  if (before) return before;
  const script = new Reader(text).script();
  if (known.size >= MOST_KNOWN) known.clear();
  known.set(text, script);
  return script;
}

const LOOPS: ReadonlySet<string> = new Set(['while', 'until', 'for']);
const OPENING: ReadonlySet<string> = new Set(['if', 'case']);
const CLOSING: ReadonlySet<string> = new Set(['fi', 'esac']);
const PASSED: ReadonlySet<string> = new Set(['then', 'else', 'elif', '{', '}', '!', 'time', 'do', 'done', ...LOOPS, ...OPENING, ...CLOSING]);
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/** One pass over the tokens; `words` and `writes` are those of the command at hand. */
class Reader {
  private readonly commands: Command[] = [];
  private readonly loops: Loop[] = [];
  private readonly open: { loop: Loop; inBody: boolean }[] = [];
  private words: string[] = [];
  private writes: string[] = [];
  private depth = 0;
  private after = ';';
  /** What has just been closed: a loop, or a group. */
  private closed?: Loop | 'group';
  private opaque = false;

  constructor(private readonly text: string) {}

  script(): Script {
    let redirection = '';
    for (const token of tokensOf(this.text)) {
      if (token.form === 'redirection') redirection = token.text;
      else if (token.form === 'word' && redirection) [redirection] = ['', this.redirect(redirection, token.text)];
      else if (token.form === 'word') this.word(token);
      else this.operator(token.text);
    }
    this.finish('');
    return { text: this.text, commands: this.commands, loops: this.loops, opaque: this.opaque };
  }

  private redirect(redirection: string, target: string): void {
    if (redirection.includes('>') && !redirection.endsWith('&')) this.writes.push(target);
  }

  private word({ text, quoted }: Token): void {
    this.closed = undefined;
    if (!this.words.length && !quoted && PASSED.has(text)) this.keyword(text);
    else if (this.words.length || !ASSIGNMENT.test(text)) this.words.push(text);
  }

  private keyword(text: string): void {
    if (LOOPS.has(text)) return this.openLoop(text as Loop['keyword']);
    if (OPENING.has(text)) this.depth++;
    if (CLOSING.has(text)) this.depth--;
    switch (text) {
      case 'do': if (this.open.length) this.open.at(-1)!.inBody = true; break;
      case 'done': this.closed = this.open.pop()?.loop; break;
      case '}': this.closed = 'group'; break;
      case '!': this.negate();
    }
  }

  private operator(text: string): void {
    if ((text === '(' && this.words.length === 1) || (text === '&' && this.closed === 'group')) this.opaque = true;
    if (this.closed && this.closed !== 'group') this.closed.then = text;
    this.finish(text);
    this.after = text;
    this.closed = text === ')' ? 'group' : undefined;
  }

  private openLoop(keyword: Loop['keyword']): void {
    const outer = this.open.at(-1)?.loop;
    const loop: Loop = { keyword, condition: [], body: [], conditional: this.isConditional(), outer, negated: false, then: '' };
    this.loops.push(loop);
    this.open.push({ loop, inBody: false });
  }

  private negate(): void {
    const innermost = this.open.at(-1);
    if (innermost && !innermost.inBody) innermost.loop.negated = true;
  }

  private finish(then: string): void {
    const { words, writes } = this;
    if (!words.length && !writes.length) return;
    const command: Command = { words, writes, then, conditional: this.isConditional(), loop: this.open.at(-1)?.loop };
    this.commands.push(command);
    for (const { loop, inBody } of this.open) (inBody ? loop.body : loop.condition).push(command);
    [this.words, this.writes] = [[], []];
  }

  private isConditional(): boolean {
    return this.depth > 0 || this.after === '||';
  }
}
