import { checkArguments } from '../../lib/options/check';
import type { PodPattern } from '../../lib/pod/pod-template';
import type { Companion } from './companion';
import type { GrpcGatewayOptions } from './grpc-gateway';
import type { JmxAgentOptions } from './jmx-agent';
import type { JsonMetricsOptions } from './json-metrics';
import type { MysqlMetricsOptions } from './mysql-metrics';
import type { NginxMetricsOptions } from './nginx-metrics';
import type { PhpFpmMetricsOptions } from './php-fpm-metrics';
import type { PostgresMetricsOptions } from './postgres-metrics';
import type { RedisMetricsOptions } from './redis-metrics';
import type { StatsdMetricsOptions } from './statsd-metrics';
import { companions } from './lazy';

/** Companions for `Adapter`: they serve the data of the main container in another format. */
export class Adapters {
  /**
   * Creates a REST interface for a gRPC server in the main container: Envoy, which transcodes JSON.
   *
   * @param options which services, and where their descriptor set is
   * @throws Error if there is no descriptor set, or a service or port is invalid
   */
  public static grpcGateway(options: GrpcGatewayOptions): Companion {
    checkArguments('Adapters.grpcGateway', options);
    return companions().grpcGateway(options);
  }

  /**
   * Creates a pattern that adds an agent to the Java program in the main container: it serves the values of
   * MBeans as metrics. It is not a companion, as there is no further container: add it to `patterns`.
   *
   * @param options where the agent is, and what it serves
   * @throws Error if a path, port or rule is invalid
   */
  public static jmxAgent(options: JmxAgentOptions): PodPattern {
    checkArguments('Adapters.jmxAgent', options);
    return companions().jmxAgent(options);
  }

  /**
   * Creates an exporter that makes metrics of JSON documents of the main container.
   *
   * @param options which documents, and what is in them
   * @throws Error if a module is invalid
   */
  public static jsonMetrics(options: JsonMetricsOptions): Companion {
    checkArguments('Adapters.jsonMetrics', options);
    return companions().jsonMetrics(options);
  }

  /**
   * Creates an exporter of the metrics of MySQL or MariaDB in the main container.
   *
   * @param options where the server is, and how to log in
   * @throws Error if a port, socket or collector is invalid
   */
  public static mysqlMetrics(options: MysqlMetricsOptions): Companion {
    checkArguments('Adapters.mysqlMetrics', options);
    return companions().mysqlMetrics(options);
  }

  /**
   * Creates an exporter of the metrics of nginx in the main container.
   *
   * @param options where nginx serves its status
   * @throws Error if a port, path or label is invalid
   */
  public static nginxMetrics(options: NginxMetricsOptions = {}): Companion {
    checkArguments('Adapters.nginxMetrics', options);
    return companions().nginxMetrics(options);
  }

  /**
   * Creates an exporter of the metrics of PHP-FPM in the main container.
   *
   * @param options where PHP-FPM listens
   * @throws Error if a port, socket or path is invalid
   */
  public static phpFpmMetrics(options: PhpFpmMetricsOptions = {}): Companion {
    checkArguments('Adapters.phpFpmMetrics', options);
    return companions().phpFpmMetrics(options);
  }

  /**
   * Creates an exporter of the metrics of PostgreSQL in the main container.
   *
   * @param options where the server is, and how to log in
   * @throws Error if a port, name or collector is invalid
   */
  public static postgresMetrics(options: PostgresMetricsOptions): Companion {
    checkArguments('Adapters.postgresMetrics', options);
    return companions().postgresMetrics(options);
  }

  /**
   * Creates an exporter of the metrics of Redis or Valkey in the main container.
   *
   * @param options where the server is, and how to log in
   * @throws Error if a port is invalid, or there is a user without a password
   */
  public static redisMetrics(options: RedisMetricsOptions = {}): Companion {
    checkArguments('Adapters.redisMetrics', options);
    return companions().redisMetrics(options);
  }

  /**
   * Creates an exporter of what the main container sends as StatsD. Its settings for `mainEnv` are `host`,
   * `port`, and `address` with both.
   *
   * @param options where it listens, and what becomes of the metrics
   * @throws Error if a port or mapping is invalid
   */
  public static statsdMetrics(options: StatsdMetricsOptions = {}): Companion {
    checkArguments('Adapters.statsdMetrics', options);
    return companions().statsdMetrics(options);
  }

  private constructor() {}
}
