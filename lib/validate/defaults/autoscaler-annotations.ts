import { quantity } from '../../apimachinery/parse-quantity';
import { goJson } from '../../go/marshal';
import { goList, goMap, struct } from '../../go/object';
import {
  BEHAVIOR_ANNOTATION,
  dropRoundTripAnnotations,
  METRICS_ANNOTATION,
} from '../rules/autoscaling/annotations';
import { behaviorOf, metricsOf } from '../rules/autoscaling/v1';
import type {
  AutoscalingV1HorizontalPodAutoscaler,
  ContainerResourceMetricSource,
  ExternalMetricSource,
  HPAScalingRules,
  LabelSelector,
  MetricSpec,
  MetricTarget,
  ObjectMetricSource,
  PodsMetricSource,
  Scalar,
} from '../schema/types';
import { defaultBehavior } from './autoscaler-behavior';

/**
 * Writes what autoscaling/v1 has no fields for as annotations, after a server has kept it as autoscaling/v2
 * (Convert_autoscaling_HorizontalPodAutoscaler_To_v1_HorizontalPodAutoscaler, pkg/apis/autoscaling/v1 1.36).
 */
export function writeRoundTripAnnotations(object: AutoscalingV1HorizontalPodAutoscaler, minor: number): void {
  const { metadata = {}, spec = {} } = object;
  const metrics = metricsOf(object, minor);
  const behavior = behaviorOf(metadata, minor);
  const others = metrics.filter((metric) => cpuPercentOf(metric) === undefined).map(metricText);
  spec.targetCPUUtilizationPercentage = metrics.map(cpuPercentOf).find((percent) => percent !== undefined);
  dropRoundTripAnnotations(metadata, minor);
  if (others.length) annotate(object, METRICS_ANNOTATION, `[${others.join()}]`);
  if (!behavior) return;
  const { scaleUp, scaleDown } = defaultBehavior(behavior);
  annotate(
    object,
    BEHAVIOR_ANNOTATION,
    goJson({ ScaleUp: rulesOf(scaleUp, minor), ScaleDown: rulesOf(scaleDown, minor) }),
  );
}

function annotate(object: AutoscalingV1HorizontalPodAutoscaler, key: string, text: string): void {
  const metadata = (object.metadata ??= {});
  metadata.annotations = { ...metadata.annotations, [key]: text };
}

const cpuPercentOf = ({ type, resource }: MetricSpec) =>
  type === 'Resource' && resource?.name === 'cpu' ? resource.target?.averageUtilization : undefined;

const metricText = ({ type = '', object, pods, resource, containerResource, external }: MetricSpec): string =>
  goJson(
    struct({
      type,
      object: object && objectOf(object),
      pods: pods && podsOf(pods),
      resource: resource && struct({ name: resource.name ?? '', ...targetsOf(resource.target) }),
      containerResource: containerResource && containerOf(containerResource),
      external: external && externalOf(external),
    }),
  );

/** An amount that autoscaling/v1 cannot leave out is zero if there is none. */
const objectOf = ({ describedObject = {}, metric, target }: ObjectMetricSource) =>
  struct({
    target: struct({
      kind: describedObject.kind ?? '',
      name: describedObject.name ?? '',
      apiVersion: describedObject.apiVersion || undefined,
    }),
    metricName: metric?.name ?? '',
    targetValue: amount(target?.value ?? 0),
    selector: selectorOf(metric?.selector),
    averageValue: amount(target?.averageValue),
  });

const podsOf = ({ metric, target }: PodsMetricSource) =>
  struct({
    metricName: metric?.name ?? '',
    targetAverageValue: amount(target?.averageValue ?? 0),
    selector: selectorOf(metric?.selector),
  });

const containerOf = ({ name = '', container = '', target }: ContainerResourceMetricSource) =>
  struct({ name, ...targetsOf(target), container });

const externalOf = ({ metric, target }: ExternalMetricSource) =>
  struct({
    metricName: metric?.name ?? '',
    metricSelector: selectorOf(metric?.selector),
    targetValue: amount(target?.value),
    targetAverageValue: amount(target?.averageValue),
  });

const targetsOf = ({ averageUtilization, averageValue }: MetricTarget = {}) => ({
  targetAverageUtilization: averageUtilization,
  targetAverageValue: amount(averageValue),
});

const selectorOf = (selector: LabelSelector | undefined) =>
  selector &&
  struct({
    matchLabels: goMap(Object.entries(selector.matchLabels ?? {})),
    matchExpressions: goList(selector.matchExpressions ?? [])?.map(({ key = '', operator = '', values }) =>
      struct({ key, operator, values: goList(values ?? []) }),
    ),
  });

/** The internal type, whose fields have no JSON tags. */
function rulesOf(rules: HPAScalingRules, minor: number): object {
  const { stabilizationWindowSeconds, selectPolicy, policies = [], tolerance } = rules;
  return {
    StabilizationWindowSeconds: stabilizationWindowSeconds,
    SelectPolicy: selectPolicy,
    Policies: policies.map(({ type = '', value = 0, periodSeconds = 0 }) => ({
      Type: type,
      Value: value,
      PeriodSeconds: periodSeconds,
    })),
    ...(minor >= 33 ? { Tolerance: amount(tolerance) } : {}),
  };
}

const amount = (value: Scalar | undefined) => (value === undefined ? undefined : quantity(value).toString());
