import type { KubectlCreateOptions } from '../../options/shared';

/** Options of `kubectl create ingress`: rules, a default backend, or both. */
export interface KubectlCreateIngressOptions extends KubectlCreateOptions {
  /**
   * Rules (`--rule`): `HOST/PATH=SERVICE:PORT[,tls[=SECRET]]`, a path that ends with `*` is a prefix.
   *
   * @default - none
   */
  readonly rule?: string[];

  /**
   * Default backend (`--default-backend`): `SERVICE:PORT`.
   *
   * @default - none
   */
  readonly defaultBackend?: string;

  /**
   * Class of the Ingress (`--class`).
   *
   * @default - that of the cluster
   */
  readonly class?: string;

  /**
   * Annotations of the Ingress (`--annotation`).
   *
   * @default - none
   */
  readonly annotation?: { readonly [key: string]: string };
}
