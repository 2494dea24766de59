import { NO_QUANTITY, quantity } from '../../../apimachinery/parse-quantity';
import type { LabelSelector, MetricSpec, MetricTarget, ObjectMetricSource, Scalar } from '../../schema/types';

interface ResourceSource {
  readonly name?: string;
  readonly targetAverageUtilization?: number;
  readonly targetAverageValue?: Scalar;
}

interface ObjectSource {
  readonly target?: ObjectMetricSource['describedObject'];
  readonly metricName?: string;
  readonly targetValue?: Scalar;
  readonly selector?: LabelSelector;
  readonly averageValue?: Scalar;
}

/** A metric as the annotation of autoscaling/v1 has it. */
export interface MetricOfV1 {
  readonly type?: string;
  readonly object?: ObjectSource;
  readonly pods?: {
    readonly metricName?: string;
    readonly targetAverageValue?: Scalar;
    readonly selector?: LabelSelector;
  };
  readonly resource?: ResourceSource;
  readonly containerResource?: ResourceSource & { readonly container?: string };
  readonly external?: {
    readonly metricName?: string;
    readonly metricSelector?: LabelSelector;
    readonly targetValue?: Scalar;
    readonly targetAverageValue?: Scalar;
  };
}

/**
 * The same metric of autoscaling/v2: Convert_v1_…MetricSource functions, pkg/apis/autoscaling/v1 1.36. An
 * amount that v1 cannot leave out is Go's zero value if it is missing.
 */
export function metricOf(metric: MetricOfV1, minor: number): MetricSpec {
  const { type, object, pods, resource, containerResource, external } = metric;
  return {
    type,
    object: object && objectOf(object, minor),
    pods: pods && {
      metric: { name: pods.metricName, selector: pods.selector },
      target: { type: 'AverageValue', averageValue: pods.targetAverageValue ?? NO_QUANTITY },
    },
    resource: resource && { name: resource.name, target: resourceTarget(resource) },
    containerResource: containerResource && {
      name: containerResource.name,
      container: containerResource.container,
      target: resourceTarget(containerResource),
    },
    external: external && {
      metric: { name: external.metricName, selector: external.metricSelector },
      target: {
        type: external.targetValue === undefined ? 'AverageValue' : 'Value',
        value: external.targetValue,
        averageValue: external.targetAverageValue,
      },
    },
  };
}

const resourceTarget = (source: ResourceSource): MetricTarget => ({
  type: source.targetAverageUtilization === undefined ? 'AverageValue' : 'Utilization',
  averageUtilization: source.targetAverageUtilization,
  averageValue: source.targetAverageValue,
});

/** Since 1.36, a value that v1 cannot leave out is none if there is an average. */
function objectOf(source: ObjectSource, minor: number): ObjectMetricSource {
  const { target, metricName, targetValue = NO_QUANTITY, selector, averageValue } = source;
  const isNone = minor >= 36 && averageValue !== undefined && quantity(targetValue).sign() === 0;
  return {
    describedObject: target,
    metric: { name: metricName, selector },
    target: {
      type: averageValue === undefined ? 'Value' : 'AverageValue',
      value: isNone ? undefined : targetValue,
      averageValue,
    },
  };
}
