import { KubectlError } from '../../errors';
import type { AUTOSCALE_FLAGS } from './flags';
import type { FlagValues } from '../../flags/flag';
import { goList, type JsonObject, struct } from '../../../go/object';
import { objectMeta } from '../../object-meta';
import { targetOf } from './metric-target';

type AutoscaleValues = FlagValues<typeof AUTOSCALE_FLAGS>;

/** What is scaled. */
export interface Scaled {
  readonly apiVersion: string;
  readonly kind: string;
  readonly name: string;
}

/**
 * The first minors whose kubectl makes autoscaling/v2, knows --cpu and --memory, and writes the namespace.
 */
const SECOND_VERSION_SINCE = 33;
const RESOURCES_SINCE = 34;
const NAMESPACE_SINCE = 35;

/** Refuses flags that contradict each other (AutoscaleOptions.Validate, 1.36). */
export function checkAutoscale({
  min,
  max,
  cpu = '',
  memory = '',
  'cpu-percent': percent,
}: AutoscaleValues): void {
  if (max < 1) throw new KubectlError(`--max=MAXPODS is required and must be at least 1, max: ${max}`);
  if (max < min) {
    throw new KubectlError(
      `--max=MAXPODS must be larger or equal to --min=MINPODS, max: ${max}, min: ${min}`,
    );
  }
  if (percent > 0 && cpu) throw new KubectlError('--cpu-percent and --cpu are mutually exclusive');
  if (cpu) targetOf(cpu, 'cpu');
  if (memory) targetOf(memory, 'memory');
}

/** A HorizontalPodAutoscaler. */
export function autoscalerOf(
  { apiVersion, kind, name }: Scaled,
  values: AutoscaleValues,
  namespace: string,
  minor: number,
): JsonObject {
  const second = minor >= SECOND_VERSION_SINCE;
  const percent = values['cpu-percent'];
  return {
    kind: 'HorizontalPodAutoscaler',
    apiVersion: second ? 'autoscaling/v2' : 'autoscaling/v1',
    metadata: objectMeta(
      { name: values.name || name, namespace: minor >= NAMESPACE_SINCE ? namespace : '' },
      minor,
    ),
    spec: struct({
      scaleTargetRef: { kind, name, apiVersion },
      minReplicas: values.min > 0 ? values.min : undefined,
      maxReplicas: values.max,
      metrics: second ? goList(metricsOf(values, minor)) : undefined,
      targetCPUUtilizationPercentage: !second && percent >= 0 ? percent : undefined,
    }),
    status: second
      ? { desiredReplicas: 0, currentMetrics: null }
      : { currentReplicas: 0, desiredReplicas: 0 },
  };
}

function metricsOf(
  { cpu = '', memory = '', 'cpu-percent': percent }: AutoscaleValues,
  minor: number,
): JsonObject[] {
  const least = minor >= RESOURCES_SINCE ? 1 : 0;
  const metric = (name: string, target: JsonObject) => ({ type: 'Resource', resource: { name, target } });
  return [
    ...(percent >= least ? [metric('cpu', { type: 'Utilization', averageUtilization: percent })] : []),
    ...(cpu ? [metric('cpu', targetOf(cpu, 'cpu'))] : []),
    ...(memory ? [metric('memory', targetOf(memory, 'memory'))] : []),
  ];
}
