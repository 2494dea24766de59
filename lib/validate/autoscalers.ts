import type { HorizontalPodAutoscaler, MetricSpec } from './schema/types';

/** What a HorizontalPodAutoscaler measures as a share of what is requested. */
export interface Utilization {
  /** Name of the autoscaler. */
  readonly autoscaler: string;
  /** Resource that has to be requested: `cpu`. */
  readonly resource: string;
  /** The only container that counts; all of them if not given. */
  readonly container?: string;
}

/** What autoscalers measure of workloads, by `targetKey`. */
export type Autoscalers = ReadonlyMap<string, readonly Utilization[]>;

interface Manifest {
  readonly apiVersion?: unknown;
  readonly kind?: unknown;
  readonly metadata?: {
    readonly name?: unknown;
    readonly namespace?: unknown;
    readonly annotations?: { readonly [name: string]: unknown } | null;
  } | null;
}

/** The autoscalers among manifests. What does not look like one is passed over: judging it says why. */
export function autoscalersAmong(manifests: readonly unknown[]): Autoscalers {
  const found = new Map<string, Utilization[]>();
  for (const manifest of manifests) {
    const { kind, metadata, spec } = (manifest ?? {}) as Manifest & Pick<HorizontalPodAutoscaler, 'spec'>;
    const target = spec?.scaleTargetRef;
    if (kind !== 'HorizontalPodAutoscaler' || !target) continue;
    const key = keyOf(metadata?.namespace, target.apiVersion, target.kind, target.name);
    const utilizations = resourcesOf(manifest as HorizontalPodAutoscaler).map((measured) => ({
      autoscaler: textOf(metadata?.name),
      ...measured,
    }));
    found.set(key, [...(found.get(key) ?? []), ...utilizations]);
  }
  return found;
}

/** What autoscalers measure of a manifest. */
export function utilizationsOf(
  manifest: object,
  autoscalers: Autoscalers | undefined,
): readonly Utilization[] {
  if (!autoscalers?.size) return NONE;
  const { apiVersion, kind, metadata } = manifest as Manifest;
  return autoscalers.get(keyOf(metadata?.namespace, apiVersion, kind, metadata?.name)) ?? NONE;
}

const NONE: readonly Utilization[] = [];

/** A target may be named by any version of its group. */
function keyOf(namespace: unknown, apiVersion: unknown, kind: unknown, name: unknown): string {
  const [group, version] = textOf(apiVersion).split('/');
  return [textOf(namespace) || 'default', version ? group : '', textOf(kind), textOf(name)].join(' ');
}

/** A string; nothing in place of another value, which may be one that no string can be made of. */
const textOf = (value: unknown) => (typeof value === 'string' ? value : '');

type Measured = Omit<Utilization, 'autoscaler'>;

/** Without metrics, a server takes the utilization of the processor. */
const BY_DEFAULT: readonly Measured[] = [{ resource: 'cpu' }];

function resourcesOf({ apiVersion, metadata, spec }: HorizontalPodAutoscaler): readonly Measured[] {
  if (apiVersion === 'autoscaling/v1') {
    const hasOthers = Object.keys(metadata?.annotations ?? {}).includes(METRICS_OF_V1);
    return hasOthers ? [] : BY_DEFAULT;
  }
  if (apiVersion !== 'autoscaling/v2') return [];
  const metrics = spec?.metrics;
  return Array.isArray(metrics) && metrics.length ? metrics.flatMap(measuredBy) : BY_DEFAULT;
}

/** Where autoscaling/v1 has the metrics that it has no field for. */
const METRICS_OF_V1 = 'autoscaling.alpha.kubernetes.io/metrics';

function measuredBy(metric: MetricSpec | null): Measured[] {
  const { resource, containerResource } = metric ?? {};
  const { name, target } = containerResource ?? resource ?? {};
  return typeof name === 'string' && target?.type === 'Utilization'
    ? [{ resource: name, container: containerResource?.container }]
    : [];
}
