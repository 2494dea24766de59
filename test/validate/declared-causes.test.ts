import { judge } from '../../lib/validate/engine';
import { serverStatus } from '../../lib/validate/status';

const causesOf = (manifest: object, minor: number) =>
  serverStatus(judge(manifest, { minor })).causes.map(({ reason, field }) => `${field} ${reason}`);

/** In the order of a real server of 1.36, and of one of 1.37. */
test.each([
  [
    {
      apiVersion: 'networking.k8s.io/v1',
      kind: 'NetworkPolicy',
      metadata: { name: 'a' },
      spec: {
        podSelector: {},
        egress: [{ to: [{ ipBlock: { cidr: '' } }, { ipBlock: { cidr: 'x' } }] }],
      },
    },
    [
      'spec.egress[0].to[0].ipBlock.cidr FieldValueRequired',
      'spec.egress[0].to[1].ipBlock.cidr FieldValueInvalid',
    ],
    [
      'spec.egress[0].to[1].ipBlock.cidr FieldValueInvalid',
      'spec.egress[0].to[0].ipBlock.cidr FieldValueRequired',
    ],
  ],
  [
    {
      apiVersion: 'autoscaling/v2',
      kind: 'HorizontalPodAutoscaler',
      metadata: { name: 'a' },
      spec: { minReplicas: 2, scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment' } },
    },
    [
      'spec.maxReplicas FieldValueRequired',
      'spec.maxReplicas FieldValueInvalid',
      'spec.scaleTargetRef.name FieldValueRequired',
    ],
    [
      'spec.maxReplicas FieldValueInvalid',
      'spec.scaleTargetRef.name FieldValueRequired',
      'spec.maxReplicas FieldValueRequired',
    ],
  ],
  [
    {
      apiVersion: 'node.k8s.io/v1',
      kind: 'RuntimeClass',
      metadata: { name: 'a' },
      handler: '_',
      scheduling: { nodeSelector: { '-': 'b' } },
    },
    ['handler FieldValueInvalid', 'scheduling.nodeSelector FieldValueInvalid'],
    ['scheduling.nodeSelector FieldValueInvalid', 'handler FieldValueInvalid'],
  ],
])('causes that are declared, too, come last since 1.37', (manifest, before, since) => {
  expect(causesOf(manifest, 36)).toEqual(before);
  expect(causesOf(manifest, 37)).toEqual(since);
});
