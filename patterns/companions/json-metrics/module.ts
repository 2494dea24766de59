import type { SecretKeySelector } from '../../../lib/k8s';

/** A metric that a JSON document contains, or several that have the same labels. */
export interface JsonMetric {
  /** Name of the metric; of type `object`, the beginning of the names: `queue`. */
  readonly name: string;

  /**
   * JSONPath of the value in braces, as kubectl's: `{.queue.length}`; of type `object`, of the objects:
   * `{.queues[*]}`.
   */
  readonly path: string;

  /**
   * Whether `path` leads to a value, or to objects with `values`.
   *
   * @default - `object` if there are `values`, otherwise `value`
   */
  readonly type?: 'value' | 'object';

  /**
   * Values of each object: the end of the metric's name, and a JSONPath in the object or a number:
   * `{ length: '{.length}' }`.
   *
   * @default - none
   */
  readonly values?: { readonly [name: string]: string };

  /**
   * Type of the metric.
   *
   * @default 'untyped'
   */
  readonly valueType?: 'gauge' | 'counter' | 'untyped';

  /**
   * Description of the metric.
   *
   * @default - its name
   */
  readonly help?: string;

  /**
   * Labels: a text, which can contain a JSONPath in braces.
   *
   * @default - none
   */
  readonly labels?: { readonly [label: string]: string };
}

/** A JSON document, and the metrics that it contains. */
export interface JsonModule {
  /**
   * Name of the module, unique among them.
   *
   * @default 'default'
   */
  readonly name?: string;

  /** URL of the document: `http://127.0.0.1:8080/stats`. */
  readonly url: string;

  /** Metrics that it contains. */
  readonly metrics: JsonMetric[];

  /**
   * Headers of the request.
   *
   * @default - none
   */
  readonly headers?: { readonly [header: string]: string };

  /**
   * Key of a Secret that contains a token, which the header Authorization then contains.
   *
   * @default - none
   */
  readonly bearerToken?: SecretKeySelector;

  /**
   * Body of the request, which is then a POST.
   *
   * @default - none
   */
  readonly body?: string;

  /**
   * Status codes of a response that is read.
   *
   * @default - 200 to 299
   */
  readonly validStatusCodes?: number[];

  /**
   * Whether to accept any certificate.
   *
   * @default false
   */
  readonly tlsSkipVerify?: boolean;
}
