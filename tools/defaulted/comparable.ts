import { withSortedKeys } from '../../lib/go/sorted-keys';

type Json = { [field: string]: any };

/** What a server returned, without what only a server can know: what ours is compared with. */
export function comparable(returned: object, manifest: object): object {
  const object = structuredClone(returned) as Json;
  const given = manifest as Json;
  const { uid } = object.metadata;
  for (const field of ['uid', 'creationTimestamp', 'managedFields', 'resourceVersion']) {
    delete object.metadata[field];
  }
  if (REVIEW.test(object.kind)) delete object.status;
  const named = Boolean(given.metadata?.name);
  if (!named) delete object.metadata.name;
  BY_KIND[object.kind]?.(object, given, { uid, named });
  return withSortedKeys(object) as object;
}

/** What a server answers with its status. */
const REVIEW = /Review$/;

interface Identity {
  readonly uid: string;
  readonly named: boolean;
}

const BY_KIND: {
  readonly [kind: string]: ((object: Json, given: Json, identity: Identity) => void) | undefined;
} = {
  APIService: withoutTimes,
  CertificateSigningRequest: ({ spec }) => {
    for (const field of ['username', 'uid', 'groups', 'extra']) delete spec[field];
  },
  DeviceTaintRule: ({ spec }, given) => withoutTime(spec.taint, given.spec?.taint),
  Job: withoutUid,
  Namespace: ({ metadata }, _, { named }) => {
    if (!named) without(metadata, 'labels', (key) => key === 'kubernetes.io/metadata.name');
  },
  PersistentVolume: ({ status }) => {
    delete status.lastPhaseTransitionTime;
  },
  Pod: withoutTimes,
  ResourceSlice: ({ spec }, given) =>
    spec.devices?.forEach((device: Json, at: number) =>
      device.taints?.forEach((taint: Json, index: number) =>
        withoutTime(taint, given.spec?.devices?.[at]?.taints?.[index]),
      ),
    ),
  Service: withoutAddresses,
};

function withoutTimes({ status }: Json): void {
  status.conditions?.forEach((condition: Json) => delete condition.lastTransitionTime);
}

function withoutTime(taint: Json, given: Json | undefined): void {
  if (!given?.timeAdded) delete taint.timeAdded;
}

function withoutUid({ metadata, spec }: Json, _: Json, { uid, named }: Identity): void {
  const unknown = (key: string, value: unknown) => value === uid || (!named && /(^|\/)job-name$/.test(key));
  without(metadata, 'labels', unknown);
  without(spec.template.metadata, 'labels', unknown);
  if (!spec.selector) return;
  without(spec.selector, 'matchLabels', unknown);
  if (!Object.keys(spec.selector).length) delete spec.selector;
}

function withoutAddresses({ spec }: Json, { spec: given = {} }: Json): void {
  if (!given.clusterIP && !given.clusterIPs?.length) {
    delete spec.clusterIP;
    delete spec.clusterIPs;
  }
  if (!given.healthCheckNodePort) delete spec.healthCheckNodePort;
  spec.ports?.forEach((port: Json, index: number) => {
    if (!given.ports?.[index]?.nodePort) delete port.nodePort;
  });
}

function without(holder: Json, field: string, unknown: (key: string, value: unknown) => boolean): void {
  const known = Object.entries(holder[field] ?? {}).filter(([key, value]) => !unknown(key, value));
  if (known.length) holder[field] = Object.fromEntries(known);
  else delete holder[field];
}

/** Where two objects differ, a line each: path, what the server has, what we have. */
export function differences(theirs: unknown, ours: unknown, path = ''): string[] {
  if (JSON.stringify(theirs) === JSON.stringify(ours)) return [];
  if (!isHolder(theirs) || !isHolder(ours)) return [`${path}: server ${shown(theirs)}, ours ${shown(ours)}`];
  const keys = [...new Set([...Object.keys(theirs), ...Object.keys(ours)])];
  const inner = keys.flatMap((key) =>
    differences(theirs[key], ours[key], `${path}.${Array.isArray(theirs) ? '*' : key}`),
  );
  return inner.length ? inner : [`${path}: the order of keys`];
}

const isHolder = (value: unknown): value is Json => typeof value === 'object' && value !== null;
const shown = (value: unknown) => (JSON.stringify(value) ?? 'nothing').slice(0, 120);
