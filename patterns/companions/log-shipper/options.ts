import type { LogOutput } from '../log-output';
import type { LogParser } from '../log-parser';
import type { CompanionOptions } from '../options';

/** Options of a log shipper. */
export interface LogShipperOptions extends CompanionOptions {
  /**
   * Log files that the main container writes: absolute paths, each in a directory that contains only logs.
   * The name of a file can contain `*`.
   */
  readonly files: string[];

  /**
   * Where the logs go; to each of these.
   *
   * @default - to stdout
   */
  readonly outputs?: LogOutput[];

  /**
   * How fields are read from a record.
   *
   * @default - a record has its text as field `message`
   */
  readonly parser?: LogParser;

  /**
   * Regular expression of the first line of a record, such as `^[0-9]{4}-`. Lines that do not match belong to
   * the record before them, such as those of a stack trace.
   *
   * @default - each line is a record
   */
  readonly firstLine?: string;

  /**
   * Longest line, in bytes. Longer ones are skipped.
   *
   * @default 102400
   */
  readonly maxLineBytes?: number;

  /**
   * Most time that it takes to send what it has read when it ends, in seconds.
   *
   * @default 10
   */
  readonly drainSeconds?: number;

  /**
   * Port of its health, on the Pod's IP address.
   *
   * @default - 2020 for Fluent Bit, 8686 for Vector
   */
  readonly healthPort?: number;
}
