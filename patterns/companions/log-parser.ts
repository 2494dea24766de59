import { checkArguments } from '../../lib/options/check';
import { parts } from './lazy-parts';

/** Options of a parser of log records. */
export interface LogParserOptions {
  /**
   * Field that contains the time of a record.
   *
   * @default - none: the time is when the record is read
   */
  readonly timeKey?: string;

  /**
   * Format of the time, as for `strptime`, with `%L` for a fraction of a second: `%d/%b/%Y:%H:%M:%S %z`.
   *
   * @default - RFC 3339: `2030-12-31T23:59:59.123Z`
   */
  readonly timeFormat?: string;
}

/** How a log shipper reads fields from a record. Records that do not match are shipped as they are. */
export class LogParser {
  /**
   * Reads a record that is a JSON object.
   *
   * @param options where the time is
   * @throws Error if the time has a format but no field
   */
  public static json(options: LogParserOptions = {}): LogParser {
    checkArguments('LogParser.json', options);
    return LogParser.checked('LogParser.json', options);
  }

  /**
   * Reads the named groups of a regular expression. Write it so that Ruby and Rust read it alike: groups as
   * `(?<name>…)`, and for Vector no look-around and no back-references.
   *
   * @param pattern regular expression
   * @param options where the time is
   * @throws Error if the expression is invalid or has no named group, or the time has a format but no field
   */
  public static regex(pattern: string, options: LogParserOptions = {}): LogParser {
    checkArguments('LogParser.regex', pattern, options);
    return LogParser.checked('LogParser.regex', options, pattern);
  }

  private static checked(call: string, options: LogParserOptions, pattern?: string): LogParser {
    const { OptionCheck } = parts();
    const check = new OptionCheck(call);
    check.regex('pattern', pattern);
    if (pattern !== undefined && !/\(\?<[a-zA-Z_]/.test(pattern)) {
      check.fail('pattern', pattern, 'name a group for each field, as in "(?<level>[A-Z]+)"');
    }
    if (options.timeFormat !== undefined && options.timeKey === undefined) {
      check.contradiction('"timeFormat" is set without "timeKey": set the field that contains the time');
    }
    return new LogParser(pattern, options);
  }

  private constructor(
    /** @internal */
    public readonly _pattern: string | undefined,
    /** @internal */
    public readonly _options: LogParserOptions,
  ) {}
}
