import { jsonList, jsonScalar, jsonStruct, type JsonType, STRING, unmarshal } from '../../decode/json-text';
import type { HorizontalPodAutoscalerBehavior, MetricSpec, ObjectMeta } from '../../schema/types';
import { metricOf, type MetricOfV1 } from './convert-metric';

/** What autoscaling/v1 has no fields for: pkg/apis/autoscaling/annotations.go, 1.36. */
export const METRICS_ANNOTATION = 'autoscaling.alpha.kubernetes.io/metrics';
export const BEHAVIOR_ANNOTATION = 'autoscaling.alpha.kubernetes.io/behavior';

const ALWAYS_DROPPED = [
  METRICS_ANNOTATION,
  BEHAVIOR_ANNOTATION,
  'autoscaling.alpha.kubernetes.io/current-metrics',
  'autoscaling.alpha.kubernetes.io/conditions',
];
const DROPPED_SINCE_33 = [
  'autoscaling.alpha.kubernetes.io/scale-down-tolerance',
  'autoscaling.alpha.kubernetes.io/scale-up-tolerance',
];

/**
 * Removes the annotations that a server reads into fields, before it judges them
 * (DropRoundTripHorizontalPodAutoscalerAnnotations, pkg/apis/autoscaling 1.30 to 1.36).
 */
export function dropRoundTripAnnotations(metadata: ObjectMeta | undefined, minor: number): void {
  const dropped = minor >= 33 ? [...ALWAYS_DROPPED, ...DROPPED_SINCE_33] : ALWAYS_DROPPED;
  const { annotations } = metadata ?? {};
  if (!annotations || !dropped.some((key) => Object.hasOwn(annotations, key))) return;
  metadata!.annotations = Object.fromEntries(
    Object.entries(annotations).filter(([key]) => !dropped.includes(key)),
  );
}

const QUANTITY = jsonScalar('quantity');
const INT32 = jsonScalar('int32');
const SELECTOR: JsonType = jsonStruct('v1.LabelSelector', {
  matchLabels: { go: 'map[string]string', values: STRING },
  matchExpressions: jsonList(
    jsonStruct('v1.LabelSelectorRequirement', { key: STRING, operator: STRING, values: jsonList(STRING) }),
  ),
});
const REFERENCE = jsonStruct('v1.CrossVersionObjectReference', {
  kind: STRING,
  name: STRING,
  apiVersion: STRING,
});

/** MetricSpec, k8s.io/api/autoscaling/v1 1.36. */
const METRICS = jsonList(
  jsonStruct('v1.MetricSpec', {
    type: STRING,
    object: jsonStruct('v1.ObjectMetricSource', {
      target: REFERENCE,
      metricName: STRING,
      targetValue: QUANTITY,
      selector: SELECTOR,
      averageValue: QUANTITY,
    }),
    pods: jsonStruct('v1.PodsMetricSource', {
      metricName: STRING,
      targetAverageValue: QUANTITY,
      selector: SELECTOR,
    }),
    resource: jsonStruct('v1.ResourceMetricSource', {
      name: STRING,
      targetAverageUtilization: INT32,
      targetAverageValue: QUANTITY,
    }),
    containerResource: jsonStruct('v1.ContainerResourceMetricSource', {
      name: STRING,
      targetAverageUtilization: INT32,
      targetAverageValue: QUANTITY,
      container: STRING,
    }),
    external: jsonStruct('v1.ExternalMetricSource', {
      metricName: STRING,
      metricSelector: SELECTOR,
      targetValue: QUANTITY,
      targetAverageValue: QUANTITY,
    }),
  }),
);

/** The metrics of the annotation; a text that cannot be read counts as none. */
export function metricsIn({ annotations }: ObjectMeta, minor: number): readonly MetricSpec[] {
  return (
    read<readonly MetricOfV1[]>(annotations?.[METRICS_ANNOTATION], METRICS)?.map((metric) =>
      metricOf(metric, minor),
    ) ?? []
  );
}

const RULES = jsonStruct('autoscaling.HPAScalingRules', {
  StabilizationWindowSeconds: INT32,
  SelectPolicy: STRING,
  Policies: jsonList(
    jsonStruct('autoscaling.HPAScalingPolicy', { Type: STRING, Value: INT32, PeriodSeconds: INT32 }),
  ),
  Tolerance: QUANTITY,
});
const BEHAVIOR = jsonStruct('autoscaling.HorizontalPodAutoscalerBehavior', {
  ScaleUp: RULES,
  ScaleDown: RULES,
});

/** The behavior of the annotation, with Go's names of fields or in any other case. */
export function behaviorIn({ annotations }: ObjectMeta): HorizontalPodAutoscalerBehavior | undefined {
  const behavior = read<HorizontalPodAutoscalerBehavior>(annotations?.[BEHAVIOR_ANNOTATION], BEHAVIOR);
  return behavior?.scaleUp || behavior?.scaleDown ? behavior : undefined;
}

function read<T>(text: string | undefined, type: JsonType): T | undefined {
  if (text === undefined) return undefined;
  const { value, problem } = unmarshal<T>(text, type);
  return problem === undefined ? value : undefined;
}
