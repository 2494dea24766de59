import { checkArguments } from '../../lib/options/check';
import type {
  LogElasticsearchOptions,
  LogHttpOptions,
  LogLokiOptions,
  LogS3Options,
} from './log-output/options';
import { parts } from './lazy-parts';
import type { LogTarget } from './log-output/target';

/** Where a log shipper sends the logs. */
export class LogOutput {
  /** Prints each record as a line of JSON, for `kubectl logs` and the node's log agent. */
  public static stdout(): LogOutput {
    return new LogOutput({ kind: 'stdout' });
  }

  /**
   * Sends records to a server as JSON, one in each line.
   *
   * @param options the server, and how to log in
   * @throws Error if the URL or a header is invalid, or the login is incomplete
   */
  public static http(options: LogHttpOptions): LogOutput {
    checkArguments('LogOutput.http', options);
    return LogOutput.checked({ kind: 'http', options });
  }

  /**
   * Sends records to Grafana Loki.
   *
   * @param options the server, and the labels of the stream
   * @throws Error if the URL or a label is invalid, or the login is incomplete
   */
  public static loki(options: LogLokiOptions): LogOutput {
    checkArguments('LogOutput.loki', options);
    return LogOutput.checked({ kind: 'loki', options });
  }

  /**
   * Sends records to Elasticsearch or OpenSearch.
   *
   * @param options the server, and the index
   * @throws Error if the URL or the index is invalid, or the login is incomplete
   */
  public static elasticsearch(options: LogElasticsearchOptions): LogOutput {
    checkArguments('LogOutput.elasticsearch', options);
    return LogOutput.checked({ kind: 'elasticsearch', options });
  }

  /**
   * Writes compressed files of records to S3, or a store that is compatible with it.
   *
   * @param options the bucket, and how to log in
   * @throws Error if the bucket or endpoint is invalid, or only one half of the access key is given
   */
  public static s3(options: LogS3Options): LogOutput {
    checkArguments('LogOutput.s3', options);
    return LogOutput.checked({ kind: 's3', options });
  }

  private static checked(target: LogTarget): LogOutput {
    parts().assertTarget(target);
    return new LogOutput(target);
  }

  private constructor(
    /** @internal */
    public readonly _target: LogTarget,
  ) {}
}
