import { type Group, Groups } from './groups';
import { type Token, tokensOf } from './tokens';

/** A simple command of a script. */
export interface Command {
  /** Program and arguments, without quotes, assignments before it, and redirections. */
  readonly words: readonly string[];
  /** Files that its output goes to. */
  readonly writes: readonly string[];
  /** Operator after it: `;`, `&&`, `||`, `|`, `&`, or nothing at the end. */
  readonly then: string;
  /** Whether it runs only in some cases: in a branch, or after `||`. */
  readonly conditional: boolean;
  /** Loop that it is in, the innermost. */
  readonly loop?: Loop;
  /** Function that it is part of, the innermost. */
  within?: string;
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
  /** The outermost of those that it is in; undefined for one that is in none. */
  readonly outermost?: Loop;
  /** Function that it is part of, the innermost. */
  within?: string;
  /** Whether a `!` stands before its condition. */
  negated: boolean;
  /** Operator after `done`. */
  then: string;
}

/** A shell script, as far as it can be understood without running it. */
export interface Script {
  readonly text: string;
  /** Simple commands in the order of the text, at any depth. */
  readonly commands: readonly Command[];
  readonly loops: readonly Loop[];
  /** Functions; a group in the background is one without a name of its own, called where it stands. */
  readonly functions: ReadonlySet<string>;
  /** Whether it has a function whose body is no `{ … }`: nobody knows when its commands run. */
  readonly opaque: boolean;
}

/** The script of one command that no shell reads. */
export const commandOnly = (words: readonly string[]): Script => ({
  text: '',
  commands: [{ words, writes: [], then: '', conditional: false }],
  loops: [],
  functions: NO_FUNCTIONS,
  opaque: false,
});

const NO_FUNCTIONS: ReadonlySet<string> = new Set();

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
const PASSED: ReadonlySet<string> = new Set([
  'then',
  'else',
  'elif',
  '{',
  '}',
  '!',
  'time',
  'do',
  'done',
  'function',
  ...LOOPS,
  ...OPENING,
  ...CLOSING,
]);
/** Commands that are there to fail in some cases. */
const TESTS: ReadonlySet<string> = new Set(['[', '[[', 'test', 'grep', 'false']);
/** Depth of nested loops whose commands are tracked separately: nobody nests more. */
const DEEPEST = 100;
const ASSIGNMENT = /^[A-Za-z_]\w*\+?=/;

/** One pass over the tokens; `words` and `writes` are those of the command at hand. */
class Reader {
  private readonly commands: Command[] = [];
  private readonly loops: Loop[] = [];
  private readonly open: { loop: Loop; inBody: boolean }[] = [];
  private readonly groups = new Groups(this.commands, this.loops);
  private words: string[] = [];
  private writes: string[] = [];
  private depth = 0;
  private after = ';';
  /** What has just been closed. */
  private closed?: Loop | Group;

  constructor(private readonly text: string) {}

  script(): Script {
    let redirection = '';
    for (const token of tokensOf(this.text)) {
      if (token.form === 'redirection') {
        redirection = token.text;
      } else if (token.form === 'word' && redirection) {
        [redirection] = ['', this.redirect(redirection, token.text)];
      } else if (token.form === 'word') {
        this.word(token);
      } else {
        this.operator(token.text);
      }
    }
    this.finish('');
    return {
      text: this.text,
      commands: this.commands,
      loops: this.loops,
      functions: this.groups.functions,
      opaque: this.groups.opaque,
    };
  }

  private redirect(redirection: string, target: string): void {
    if (redirection.includes('>') && !redirection.endsWith('&')) this.writes.push(target);
  }

  private word({ text, quoted }: Token): void {
    this.closed = undefined;
    if (this.groups.isDefining && text !== '{') this.groups.name(text);
    else if (!this.words.length && !quoted && PASSED.has(text)) this.keyword(text);
    else if (this.words.length || !ASSIGNMENT.test(text)) this.words.push(text);
  }

  private keyword(text: string): void {
    if (text === '{') return this.groups.begin('{', this.depth, this.isConditional());
    if (LOOPS.has(text)) this.openLoop(text as Loop['keyword']);
    if (OPENING.has(text)) this.depth++;
    if (CLOSING.has(text)) this.depth--;
    switch (text) {
      case 'function':
        return this.groups.define();
      case 'do':
        if (this.open.length) this.open.at(-1)!.inBody = true;
        break;
      case 'done':
        this.closed = this.open.pop()?.loop;
        break;
      case '}':
        this.closed = this.groups.end('{', this.depth);
        break;
      case '!':
        this.negate();
    }
  }

  private operator(text: string): void {
    if (text === '(' && this.words.length === 1) return this.groups.define(this.words.pop());
    if (this.groups.isDefining && text !== '(') return;
    if (this.closed) this.close(this.closed, text);
    this.finish(text);
    if (text === '(') this.groups.begin('(', this.depth, this.isConditional());
    this.after = text === '&&' && TESTS.has(this.commands.at(-1)?.words[0] ?? '') ? '||' : text;
    this.closed = text === ')' ? this.groups.end('(', this.depth) : undefined;
  }

  private close(closed: Loop | Group, operator: string): void {
    if ('keyword' in closed) closed.then = operator;
    else if (operator === '&') this.push(this.groups.putBehind(closed), operator);
  }

  private openLoop(keyword: Loop['keyword']): void {
    const outer = this.open.at(-1)?.loop;
    const loop: Loop = {
      keyword,
      condition: [],
      body: [],
      conditional: this.isConditional(),
      outer,
      outermost: outer?.outermost ?? outer,
      within: this.groups.within,
      negated: false,
      then: '',
    };
    this.loops.push(loop);
    this.open.push({ loop, inBody: false });
  }

  private negate(): void {
    const innermost = this.open.at(-1);
    if (innermost && !innermost.inBody) innermost.loop.negated = true;
  }

  private finish(then: string): void {
    if (this.words.length || this.writes.length) this.push(this.words, then);
  }

  private push(words: readonly string[], then: string): void {
    const command: Command = {
      words,
      writes: this.writes,
      then,
      conditional: this.isConditional(),
      loop: this.open.at(-1)?.loop,
      within: this.groups.within,
    };
    this.commands.push(command);
    for (const { loop, inBody } of this.open.slice(-DEEPEST)) {
      (inBody ? loop.body : loop.condition).push(command);
    }
    [this.words, this.writes] = [[], []];
  }

  private isConditional(): boolean {
    return this.depth > 0 || this.after === '||' || this.groups.isConditional;
  }
}
