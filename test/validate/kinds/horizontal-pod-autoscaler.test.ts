import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const METRICS = 'autoscaling.alpha.kubernetes.io/metrics';
const BEHAVIOR = 'autoscaling.alpha.kubernetes.io/behavior';
const target = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

const autoscaler = (version: string, spec: object, annotations = {}) => ({
  apiVersion: `autoscaling/${version}`,
  kind: 'HorizontalPodAutoscaler',
  metadata: { name: 'web', annotations },
  spec: { scaleTargetRef: target, maxReplicas: 3, ...spec },
});

const causesOf = (manifest: object, minor = 36) =>
  serverStatus(judge(manifest, { minor })).causes.map(({ field, message }) => `${field}: ${message}`);

/** As servers of these minors said. */
test.each<[minor: number, spec: object, causes: string[]]>([
  [35, { maxReplicas: 0 }, ['spec.maxReplicas: Invalid value: 0: must be greater than 0']],
  [36, { maxReplicas: 0 }, ['spec.maxReplicas: Required value: must be set and greater than 0']],
  [37, { maxReplicas: 0 }, ['spec.maxReplicas: Required value']],
  [35, { maxReplicas: -1 }, ['spec.maxReplicas: Invalid value: -1: must be greater than 0']],
  [36, { maxReplicas: -1 }, ['spec.maxReplicas: Invalid value: -1: must be greater than or equal to 1']],
  [36, { minReplicas: 0 }, ['spec.minReplicas: Invalid value: 0: must be greater than or equal to 1']],
  [37, { minReplicas: 0 }, []],
  [37, { minReplicas: -1 }, ['spec.minReplicas: Invalid value: -1: must be greater than or equal to 0']],
  [33, { scaleTargetRef: { kind: 'Deployment', name: 'web' } }, []],
  [
    34,
    { scaleTargetRef: { kind: 'Deployment', name: 'web' } },
    ['spec.scaleTargetRef.apiVersion: Invalid value: "": apiVersion must specify API group'],
  ],
  [34, { scaleTargetRef: { kind: 'ReplicationController', name: 'web' } }, []],
])('1.%i: %j', (minor, spec, expected) => {
  const relevant = (text: string) => !/minReplicas`|scaling to zero/.test(text);
  expect(causesOf(autoscaler('v2', spec), minor).filter(relevant)).toEqual(expected);
});

describe('autoscaling/v1', () => {
  const withMetrics = (metrics: unknown, spec = {}) =>
    autoscaler('v1', spec, { [METRICS]: typeof metrics === 'string' ? metrics : JSON.stringify(metrics) });
  const AVERAGE = {
    type: 'Object',
    object: { target: { kind: 'Service', name: 'a' }, metricName: 'b', averageValue: '1' },
  };

  test('its annotation is judged as metrics, which come before its own', () => {
    const metrics = [{ type: 'Resource', resource: { name: 'memory', targetAverageUtilization: 0 } }];
    expect(causesOf(withMetrics(metrics, { targetCPUUtilizationPercentage: 0 }))).toEqual([
      'spec.metrics[0].resource.target.averageUtilization: Invalid value: 0: must be greater than 0',
      'spec.metrics[1].resource.target.averageUtilization: Invalid value: 0: must be greater than 0',
    ]);
  });

  test.each(['[', '{}', '[1]', '[{"type":1}]', '[{"type":"Object","object":1},{"type":"x"}]', 'null'])(
    'a text that is no list of metrics counts as none: %s',
    (text) => expect(causesOf(withMetrics(text))).toEqual([]),
  );

  test('names of fields in any case, unknown ones and nulls', () => {
    expect(causesOf(withMetrics('[{"TYPE":"Pods","pods":null,"other":1}]'))).toEqual([
      'spec.metrics[0].pods: Required value: must populate information for the given metric source',
    ]);
  });

  test('a value that cannot be left out beside an average', () => {
    expect(causesOf(withMetrics([AVERAGE]))).toEqual([]);
    expect(causesOf(withMetrics([AVERAGE]), 35)).toEqual([
      'spec.metrics[0].object.target.value: Invalid value: "0": must be positive',
    ]);
    expect(causesOf(withMetrics([AVERAGE]), 30)).toEqual([
      'spec.metrics[0].object.target.value: Invalid value: resource.Quantity{i:resource.int64Amount{value:0, scale:0}, d:resource.infDecAmount{Dec:(*inf.Dec)(nil)}, s:"", Format:""}: must be positive',
    ]);
  });

  test('behavior without defaults, and with what a gate drops', () => {
    const behavior = { [BEHAVIOR]: '{"scaleup":{"Tolerance":"-1"}}' };
    const noPolicy = 'spec.behavior.scaleUp.policies: Required value: must specify at least one Policy';
    expect(causesOf(autoscaler('v1', {}, behavior), 34)).toEqual([noPolicy]);
    expect(causesOf(autoscaler('v1', {}, behavior))).toEqual([
      noPolicy,
      'spec.behavior.scaleUp.tolerance: Invalid value: "-1": must be greater than or equal to 0',
    ]);
    expect(causesOf(autoscaler('v1', {}, { [BEHAVIOR]: '{}' }))).toEqual([]);
  });

  test('what is wrong with annotations is shown there', () => {
    const { findings } = judge(withMetrics([{ type: 'Pods' }]), { minor: 36 });
    expect(findings.map(({ at }) => String(at))).toEqual([`metadata.annotations[${METRICS}]`]);
  });
});
