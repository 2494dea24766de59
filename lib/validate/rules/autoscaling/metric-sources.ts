import { dnsLabel } from '../../../apimachinery/dns';
import { quantity } from '../../../apimachinery/parse-quantity';
import { GoValue } from '../../../go/format';
import { named } from '../../../go/value';
import { among } from '../../among';
import type { Field } from '../../field';
import type {
  ContainerResourceMetricSource,
  ExternalMetricSource,
  MetricIdentifier,
  MetricTarget,
  ObjectMetricSource,
  PodsMetricSource,
  ResourceMetricSource,
  Scalar,
} from '../../schema/types';
import { PATH_SEGMENT_NAME } from '../names';
import { judgeReference } from '../renaming';
import { judgeContainerResourceName } from '../resource-names';
import { MEASURED_OBJECT } from './target';

/** validateObjectSource, pkg/apis/autoscaling/validation 1.36. */
export function judgeObject(
  { describedObject = {}, metric, target = {} }: ObjectMetricSource,
  at: Field,
): void {
  at.field('describedObject').apply(MEASURED_OBJECT, describedObject);
  judgeIdentifier(metric, at.field('metric'));
  judgeTarget(target, at.field('target'));
  if (target.value === undefined && target.averageValue === undefined) {
    at.field('target', 'averageValue').required('must set either a target value or averageValue');
  }
}

/** validateExternalSource, 1.36. */
export function judgeExternal({ metric, target = {} }: ExternalMetricSource, at: Field): void {
  const { value, averageValue } = target;
  judgeIdentifier(metric, at.field('metric'));
  judgeTarget(target, at.field('target'));
  if (value === undefined && averageValue === undefined) {
    at.field('target', 'averageValue').required(
      'must set either a target value for metric or a per-pod target',
    );
  }
  if (value !== undefined && averageValue !== undefined) {
    at.field('target', 'value').forbidden('may not set both a target value for metric and a per-pod target');
  }
}

/** validatePodsSource, 1.36. */
export function judgePods({ metric, target = {} }: PodsMetricSource, at: Field): void {
  judgeIdentifier(metric, at.field('metric'));
  judgeTarget(target, at.field('target'));
  if (target.averageValue === undefined) {
    at.field('target', 'averageValue').required('must specify a positive target averageValue');
  }
}

/** validateResourceSource, 1.36. */
export function judgeResource({ name, target = {} }: ResourceMetricSource, at: Field): void {
  if (!name) at.field('name').required('must specify a resource name', RESOURCE_HINT);
  judgeResourceTarget(target, at.field('target'));
}

/** validateContainerResourceSource, 1.36. */
export function judgeContainerResource(source: ContainerResourceMetricSource, at: Field): void {
  const { name = '', container = '', target = {} } = source;
  if (!name) at.field('name').required('must specify a resource name', RESOURCE_HINT);
  else judgeContainerResourceName(name, at.field('name'));
  if (!container) at.field('container').required('must specify a container');
  else judgeReference(container, dnsLabel, at.field('container'));
  judgeResourceTarget(target, at.field('target'));
}

const RESOURCE_HINT = { suggestion: 'set name to cpu or memory' };

function judgeResourceTarget(target: MetricTarget, at: Field): void {
  const { averageUtilization, averageValue } = target;
  judgeTarget(target, at);
  if (averageUtilization === undefined && averageValue === undefined) {
    at.field('averageUtilization').required('must set either a target raw value or a target utilization');
  }
  if (averageUtilization !== undefined && averageValue !== undefined) {
    at.field('averageValue').forbidden('may not set both a target raw value and a target utilization');
  }
}

/** validateMetricIdentifier, 1.36. */
function judgeIdentifier({ name }: MetricIdentifier = {}, at: Field): void {
  if (!name) at.field('name').required('must specify a metric name');
  else judgeReference(name, PATH_SEGMENT_NAME, at.field('name'));
}

const TARGET_TYPES = ['Utilization', 'Value', 'AverageValue'];

/** validateMetricTarget, 1.36. */
function judgeTarget({ type = '', value, averageValue, averageUtilization }: MetricTarget, at: Field): void {
  const place = at.field('type');
  if (!type) place.required('must specify a metric target type', { suggestion: TYPE_ADVICE });
  if (!TARGET_TYPES.includes(type)) {
    const hint = type ? among(type, TARGET_TYPES) : { suggestion: TYPE_ADVICE };
    place.invalid(named(type), 'must be either Utilization, Value, or AverageValue', hint);
  }
  judgePositive(value, at.field('value'));
  judgePositive(averageValue, at.field('averageValue'));
  if (averageUtilization !== undefined && averageUtilization < 1) {
    at.field('averageUtilization').invalid(averageUtilization, 'must be greater than 0');
  }
}

const TYPE_ADVICE = 'set type to Utilization, Value or AverageValue';

function judgePositive(value: Scalar | undefined, at: Field): void {
  if (value === undefined) return;
  const amount = quantity(value);
  if (amount.sign() <= 0) at.invalid(new GoValue(String(amount), amount.goSyntax()), 'must be positive');
}
