import type { EnvVar } from '../../lib/k8s';
import { assertDirectory } from '../blocks/directory-path';
import { UNPRIVILEGED } from '../blocks/hardening';
import { ApiClient } from './base/api-client';
import { OptionCheck } from './base/option-check';
import type { Companion } from './companion';
import type { CompanionOptions } from './options';

/** Options of a collector of ConfigMaps and Secrets. */
export interface K8sSidecarOptions extends CompanionOptions {
  /** Label that the objects have: `grafana_dashboard`. */
  readonly label: string;

  /**
   * Value that the label has.
   *
   * @default - any value
   */
  readonly labelValue?: string;

  /** Directory of the main container that their keys are written to as files: an absolute path. */
  readonly folder: string;

  /**
   * What is collected.
   *
   * @default 'configmap'
   */
  readonly resource?: 'configmap' | 'secret' | 'both';

  /**
   * Whether objects of all namespaces are collected, not only those of the Pod's.
   *
   * @default false
   */
  readonly allNamespaces?: boolean;

  /**
   * URL to call after a change: `http://127.0.0.1:9090/-/reload`.
   *
   * @default - none
   */
  readonly url?: string;

  /**
   * Method of the call.
   *
   * @default 'POST'
   */
  readonly method?: 'GET' | 'POST';

  /**
   * Whether the Role and RoleBinding that it needs are created for the Pod's service account; with
   * `allNamespaces` the ClusterRole and ClusterRoleBinding.
   *
   * @default true
   */
  readonly rbac?: boolean;

  /**
   * Namespace of the Pod's service account, for the binding.
   *
   * @default - that of the Pod, which must be set with `allNamespaces`, for the Pod or its chart
   */
  readonly namespace?: string;

  /**
   * Port of its health, for probes.
   *
   * @default 8089
   */
  readonly healthPort?: number;
}

const RESOURCES = { configmap: ['configmaps'], secret: ['secrets'], both: ['configmaps', 'secrets'] };

/** Makes the collector. */
export function k8sSidecar(options: K8sSidecarOptions): Companion {
  assertValid(options);
  const { folder, resource = 'configmap', allNamespaces = false, rbac = true, healthPort = 8089 } = options;
  const httpGet = { path: '/healthz', port: healthPort };
  const rules = [{ apiGroups: [''], resources: RESOURCES[resource], verbs: ['get', 'list', 'watch'] }];
  const access = { rules, clusterWide: allNamespaces, namespace: options.namespace };
  return new ApiClient(
    {
      container: {
        name: 'k8s-sidecar',
        image: 'docker.io/kiwigrid/k8s-sidecar:2.10.1',
        env: envOf(options, healthPort),
        // It succeeds once everything has been collected, and fails when the API cannot be reached.
        startupProbe: { httpGet, periodSeconds: 1, failureThreshold: 60 },
        livenessProbe: { httpGet },
        resources: { requests: { cpu: '10m', memory: '64Mi' }, limits: { memory: '128Mi' } },
        securityContext: UNPRIVILEGED,
      },
      listenPorts: [healthPort],
      filledPaths: [folder],
      writablePaths: ['/tmp'],
    },
    options,
    rbac ? access : undefined,
  );
}

function envOf(options: K8sSidecarOptions, healthPort: number): EnvVar[] {
  const { label, labelValue, folder, resource, allNamespaces, url, method = 'POST' } = options;
  const values = {
    LABEL: label,
    LABEL_VALUE: labelValue,
    FOLDER: folder,
    RESOURCE: resource,
    NAMESPACE: allNamespaces ? 'ALL' : undefined,
    REQ_URL: url,
    REQ_METHOD: url && method,
    HEALTH_PORT: String(healthPort),
  };
  return Object.entries(values).flatMap(([name, value]) => (value === undefined ? [] : [{ name, value }]));
}

function assertValid(options: K8sSidecarOptions): void {
  const call = 'ConfigReloaders.k8sSidecar';
  const check = new OptionCheck(call);
  check.label('label', options.label, options.labelValue);
  assertDirectory(call, `"folder"`, options.folder);
  check.url('url', options.url);
  check.port('healthPort', options.healthPort);
  if (options.method !== undefined && options.url === undefined) {
    check.contradiction('"method" is set without "url": set the URL to call');
  }
}
