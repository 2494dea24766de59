import type { SecretKeySelector } from '../../../lib/k8s';

/** Options of logs that go to a server over HTTP. */
export interface LogServerOptions {
  /**
   * User for basic authentication.
   *
   * @default - none
   */
  readonly username?: string;

  /**
   * Key of a Secret that contains the password of `username`.
   *
   * @default - none
   */
  readonly password?: SecretKeySelector;

  /**
   * Whether the certificate of the server is checked, if its URL starts with `https://`.
   *
   * @default true
   */
  readonly verifyTls?: boolean;
}

/** Options of logs that go to a server as JSON, one record in each line. */
export interface LogHttpOptions extends LogServerOptions {
  /** URL that records are sent to: `https://logs.example.com/ingest`. */
  readonly url: string;

  /**
   * Key of a Secret that contains a bearer token.
   *
   * @default - none
   */
  readonly bearerToken?: SecretKeySelector;

  /**
   * Headers of the requests, without secrets.
   *
   * @default - none
   */
  readonly headers?: { readonly [name: string]: string };
}

/** Options of logs that go to Grafana Loki. */
export interface LogLokiOptions extends LogServerOptions {
  /** URL of Loki, without a path: `http://loki-gateway.monitoring`. */
  readonly url: string;

  /** Labels of the stream, at least one: `{ app: 'shop' }`. */
  readonly labels: { readonly [name: string]: string };

  /**
   * Tenant, for a Loki with several.
   *
   * @default - none
   */
  readonly tenantId?: string;

  /**
   * Key of a Secret that contains a bearer token.
   *
   * @default - none
   */
  readonly bearerToken?: SecretKeySelector;
}

/** Options of logs that go to Elasticsearch or OpenSearch. */
export interface LogElasticsearchOptions extends LogServerOptions {
  /** URL of the server, without a path: `https://elasticsearch.example.com:9200`. */
  readonly url: string;

  /** Index or data stream: `logs-shop`. */
  readonly index: string;

  /**
   * Whether there is an index for each day, with its date after a hyphen: `logs-shop-2030.12.31`.
   *
   * @default false
   */
  readonly daily?: boolean;
}

/** Options of logs that go to S3, or a store that is compatible with it. */
export interface LogS3Options {
  /** Name of the bucket. */
  readonly bucket: string;

  /** Region of the bucket: `eu-central-1`. */
  readonly region: string;

  /**
   * Directory in the bucket: `logs/shop`.
   *
   * @default - the root
   */
  readonly prefix?: string;

  /**
   * URL of a store that is compatible with S3.
   *
   * @default - that of AWS
   */
  readonly endpoint?: string;

  /**
   * Key of a Secret that contains the ID of the access key.
   *
   * @default - the role of the Pod's service account or of the node
   */
  readonly accessKeyId?: SecretKeySelector;

  /**
   * Key of a Secret that contains the secret of the access key.
   *
   * @default - the role of the Pod's service account or of the node
   */
  readonly secretAccessKey?: SecretKeySelector;
}
