/** Objects that decide about another one, and that one. */
export interface AdmitCase {
  readonly name: string;
  /** In the order in which they are created; names and namespaces are given by `placed`. */
  readonly given: readonly Manifest[];
  readonly asked: Manifest;
}

export interface Manifest {
  readonly apiVersion: string;
  readonly kind: string;
  readonly metadata?: {
    readonly name?: string;
    readonly namespace?: string;
    readonly [field: string]: unknown;
  };
  readonly [field: string]: unknown;
}

type Fields = { readonly [field: string]: unknown };

export const manifest = (apiVersion: string, kind: string, name: string, fields: Fields = {}): Manifest => {
  const { metadata, ...others } = fields as { readonly metadata?: Fields };
  return { apiVersion, kind, metadata: { name, ...metadata }, ...others };
};

/** A container whose amounts are `cpu/memory`, each or none. */
export function container(name: string, requests = '', limits = '', fields: Fields = {}): Fields {
  const resources = {
    ...(requests && { requests: amounts(requests) }),
    ...(limits && { limits: amounts(limits) }),
  };
  return { name, image: 'a:1', ...(requests || limits ? { resources } : {}), ...fields };
}

/** `100m/64Mi` or `example.com/gpu=1,cpu=1`. */
function amounts(text: string): Fields {
  if (text.includes('=')) return Object.fromEntries(text.split(',').map((one) => one.split('=')));
  const [cpu, memory] = text.split('/');
  return { ...(cpu && { cpu }), ...(memory && { memory }) };
}

export const pod = (containers: readonly Fields[], spec: Fields = {}, metadata: Fields = {}): Manifest =>
  manifest('v1', 'Pod', 'web', { metadata, spec: { containers, ...spec } });

/** A workload whose Pods are those of `pod`. */
export function workload(kind: string, { spec }: Manifest, fields: Fields = {}): Manifest {
  const labels = { app: 'web' };
  const template = { metadata: { labels }, spec };
  return manifest('apps/v1', kind, 'web', {
    spec: { selector: { matchLabels: labels }, template, ...fields },
  });
}

export const claim = (storage: string, spec: Fields = {}): Manifest =>
  manifest('v1', 'PersistentVolumeClaim', 'data', {
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage } }, ...spec },
  });

export const namespace = (labels: Fields): Manifest =>
  manifest('v1', 'Namespace', '', { metadata: { labels } });
