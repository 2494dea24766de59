import type { Field } from '../../field';
import { isOn } from '../../gates/gates';
import { defineRule, type Rule } from '../../rule';
import type { HorizontalPodAutoscalerSpec, MetricSpec } from '../../schema/types';

type Replicas = Pick<HorizontalPodAutoscalerSpec, 'minReplicas' | 'maxReplicas'>;

/** Minimum and maximum: validateHorizontalPodAutoscalerSpec, pkg/apis/autoscaling/validation 1.30 to 1.37. */
export const AUTOSCALER_REPLICAS = defineRule<Rule<Replicas>>({
  id: 'autoscaler-replicas',
  stage: 'judge',
  mistake: 'an autoscaler without `maxReplicas`, or with a minimum that is too low or above its maximum',
  suggestion: 'set `maxReplicas` to at least `minReplicas`, and `minReplicas` to at least 1',
  judge({ minReplicas, maxReplicas = 0 }, at) {
    const lowest = isOn('HPAScaleToZero', at.minor) ? 0 : 1;
    if (minReplicas !== undefined && minReplicas < lowest) {
      at.field('minReplicas').invalid(minReplicas, `must be greater than or equal to ${lowest}`, {
        suggestion: `use ${lowest} or more`,
      });
    }
    const place = at.field('maxReplicas');
    judgeMaximum(maxReplicas, place);
    if (minReplicas !== undefined && maxReplicas < minReplicas) {
      place.invalid(maxReplicas, 'must be greater than or equal to `minReplicas`', {
        suggestion: `raise it to at least ${Math.max(minReplicas, 1)}`,
        related: [{ message: 'the minimum is set here', path: at.field('minReplicas') }],
      });
    }
  },
});

/** Messages are those of declarative validation from 1.37 on. */
function judgeMaximum(maximum: number, at: Field): void {
  if (at.minor < 36 && maximum < 1) {
    at.invalid(maximum, 'must be greater than 0', { suggestion: 'use 1 or more' });
  } else if (maximum === 0) {
    at.required(at.minor === 36 ? 'must be set and greater than 0' : '', {
      suggestion: 'set maxReplicas to the largest number of Pods',
    });
  } else if (maximum < 0) {
    at.invalid(maximum, 'must be greater than or equal to 1', { suggestion: 'use 1 or more' });
  }
}

interface ScaledToZero {
  readonly minReplicas?: number;
  readonly metrics: readonly MetricSpec[];
}

/** Without Pods there is nothing else to measure: validateMetrics, 1.36. */
export const SCALE_TO_ZERO = defineRule<Rule<ScaledToZero>>({
  id: 'autoscaler-zero',
  stage: 'judge',
  mistake: 'an autoscaler that goes down to zero Pods and measures nothing but Pods',
  suggestion: 'add an `Object` or `External` metric, or set `minReplicas` to 1',
  judge({ minReplicas, metrics }, at) {
    if (minReplicas !== 0 || metrics.some(({ type }) => type === 'Object' || type === 'External')) return;
    at.forbidden('must specify at least one Object or External metric to support scaling to zero replicas', {
      suggestion: 'add an Object or External metric, or set minReplicas to 1',
      follows: [at.sibling('minReplicas')],
    });
  },
});
