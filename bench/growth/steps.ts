import { Session } from 'node:inspector';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';

/*
 * Steps are counted by V8: how often each block of our code and of our dependencies is carried out, each body
 * of a loop and each call. What a built-in function does in one call is counted beside it, by its length.
 */

const OURS = [
  join(__dirname, '../../lib'),
  join(__dirname, '../../patterns'),
  join(__dirname, '../../node_modules'),
];

interface FunctionCoverage {
  readonly ranges: readonly {
    readonly startOffset: number;
    readonly endOffset: number;
    readonly count: number;
  }[];
}

interface Coverage {
  readonly result: readonly { readonly url: string; readonly functions: readonly FunctionCoverage[] }[];
}

interface Builtins {
  [name: string]: (...given: unknown[]) => unknown;
}

const { indexOf } = Array.prototype;
const INDEX_OF = (of: ArrayLike<unknown>, sought: unknown) =>
  Math.max(0, typeof of === 'string' ? 0 : indexOf.call(of, sought));

/**
 * Begins to count: only code that is compiled from now on is counted block by block. V8 keeps what it has
 * compiled for files of the same text, which jest loads again for each suite; kept code has no counters.
 */
export class StepCounter {
  private readonly session = new Session();
  /** Steps that built-in functions took. */
  private within = 0;
  private readonly restore: (() => void)[] = [];

  constructor() {
    setFlagsFromString('--no-compilation-cache');
    this.session.connect();
    this.post('Profiler.enable');
    this.post('Profiler.startPreciseCoverage', { callCount: true, detailed: true });
    this.watchBuiltins();
  }

  /** How many steps some work takes. */
  async count(work: () => unknown): Promise<number> {
    this.take();
    this.within = 0;
    await work();
    return this.take() + this.within;
  }

  stop(): void {
    for (const restore of this.restore) restore();
    this.post('Profiler.stopPreciseCoverage');
    this.session.disconnect();
    setFlagsFromString('--compilation-cache');
  }

  private take(): number {
    const { result } = this.post('Profiler.takePreciseCoverage') as Coverage;
    let steps = 0;
    for (const { url, functions } of result) {
      if (!OURS.some((folder) => url.replace('file://', '').startsWith(folder))) continue;
      for (const { ranges } of functions) for (const { count } of ranges) steps += count;
    }
    return steps;
  }

  /** Functions that go through a list or a text in one step. */
  private watchBuiltins(): void {
    for (const prototype of [Array.prototype, String.prototype]) {
      this.watch(
        prototype,
        'indexOf',
        (of, [, from = 0], at) => ((at as number) < 0 ? of.length : (at as number)) - (from as number),
      );
      this.watch(
        prototype,
        'lastIndexOf',
        (of, [, from = of.length], at) => (from as number) - Math.max(0, at as number),
      );
      this.watch(prototype, 'includes', (of, [sought], found) => (found ? INDEX_OF(of, sought) : of.length));
    }
    for (const name of ['slice', 'concat', 'join', 'reverse']) {
      this.watch(Array.prototype, name, (_of, _given, made) => (made as ArrayLike<unknown>).length);
    }
    for (const name of ['keys', 'values', 'entries']) {
      this.watch(Object, name, (_of, _given, made) => (made as ArrayLike<unknown>).length);
    }
  }

  private watch(
    holder: object,
    name: string,
    steps: (of: ArrayLike<unknown>, given: readonly unknown[], answer: unknown) => number,
  ): void {
    const own = (holder as Builtins)[name];
    const add = (count: number) => {
      this.within += count;
    };
    (holder as Builtins)[name] = function watched(this: unknown, ...given: unknown[]) {
      const answer = own.apply(this, given);
      add(steps(this as ArrayLike<unknown>, given, answer));
      return answer;
    };
    this.restore.push(() => {
      (holder as Builtins)[name] = own;
    });
  }

  private post(method: string, parameters?: object): unknown {
    let answer: unknown;
    this.session.post(method, parameters, (error, result) => {
      if (error) throw new Error(`${method}: ${error.message}`);
      answer = result;
    });
    return answer;
  }
}
