import type { Files } from '../files';
import type { Environment } from '../commands/generator-input';

/** The environment of the kubectl commands. */
export interface KubectlWorld {
  readonly files: Files;
  readonly environment: Environment;
  /** Time and process for the head of log lines. */
  readonly now: () => Date;
  readonly pid: number;
  /** Bytes of standard input. */
  readonly stdin: () => Buffer;
  /** Five random letters and digits. */
  readonly random: () => string;
  /** Whether standard error is a terminal. */
  readonly isTerminal: () => boolean;
}

/** What a command printed, and how it ended. */
export interface KubectlOutput {
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** Output of a command, gathered. */
export class PrintedOutput {
  stdout = '';
  stderr = '';

  private readonly warnings = new Set<string>();
  private readonly unjudged = new WeakSet<object>();

  constructor(private readonly world: KubectlWorld) {}

  /** A server's warning, each text once (rest.NewWarningWriter, 1.36). */
  warn(text: string): void {
    if (!this.warnings.has(text)) this.stderr += `Warning: ${text}\n`;
    this.warnings.add(text);
  }

  /** A warning that the server's verdict on an object is unknown. */
  warnUnjudged(object: object, text: string): void {
    this.warn(text);
    this.unjudged.add(object);
  }

  /** Whether the server's verdict on an object is unknown: it must not be called created. */
  isUnjudged(object: object): boolean {
    return this.unjudged.has(object);
  }

  /** How many warnings of a server there are. */
  get warningCount(): number {
    return this.warnings.size;
  }

  /** A line of klog. */
  log(level: 'W' | 'I', source: string, message: string): void {
    const time = this.world.now();
    const two = (number: number) => String(number).padStart(2, '0');
    const day = `${two(time.getMonth() + 1)}${two(time.getDate())}`;
    const clock = [time.getHours(), time.getMinutes(), time.getSeconds()].map(two).join(':');
    const micros = String(time.getMilliseconds() * 1000).padStart(6, '0');
    this.stderr += `${level}${day} ${clock}.${micros} ${String(this.world.pid).padStart(7)} ${source}] ${message}\n`;
  }
}
