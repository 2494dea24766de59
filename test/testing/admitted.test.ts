import '../../lib/testing/jest';
import { ApiObject, App, Chart } from 'cdk8s';
import type { AdmittedOptions } from '../../lib/testing';
import { failure } from '../support/failure';

const POLICY = `
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: replicas}
spec:
  paramKind: {apiVersion: v1, kind: ConfigMap}
  matchConstraints:
    resourceRules: [{apiGroups: [apps], apiVersions: [v1], operations: [CREATE, UPDATE], resources: [deployments]}]
  validations:
  - expression: object.spec.replicas <= int(params.data.most)
    messageExpression: '"at most " + params.data.most + " replicas"'
  - expression: oldObject == null || object.spec.replicas >= oldObject.spec.replicas
    message: replicas may not decrease
---
apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicyBinding
metadata: {name: replicas}
spec:
  policyName: replicas
  validationActions: [Deny]
  paramRef: {name: limits, parameterNotFoundAction: Deny}
`;

const params = { apiVersion: 'v1', kind: 'ConfigMap', metadata: { name: 'limits' }, data: { most: '3' } };

const deployment = (replicas?: number) => ({
  apiVersion: 'apps/v1',
  kind: 'Deployment',
  metadata: { name: 'web' },
  spec: {
    replicas,
    selector: { matchLabels: { app: 'web' } },
    template: {
      metadata: { labels: { app: 'web' } },
      spec: { containers: [{ name: 'app', image: 'app:1' }] },
    },
  },
});

test('what a policy allows is admitted', () => {
  expect(deployment(3)).toBeAdmitted({ policies: POLICY, params });
  expect(JSON.stringify(deployment(3))).toBeAdmitted({ policies: POLICY, params });
  expect(deployment()).toBeAdmitted({ policies: POLICY, params });
});

test('what it denies is not, and the message says why', () => {
  expect(deployment(4)).not.toBeAdmitted({ policies: POLICY, params });
  expect(JSON.stringify(deployment(4))).not.toBeAdmitted({ policies: POLICY, params });
  expect(failure(() => expect(deployment(4)).toBeAdmitted({ policies: POLICY, params }))).toMatchSnapshot();
});

test('missing parameters are found out', () => {
  expect(failure(() => expect(deployment(1)).toBeAdmitted({ policies: POLICY }))).toContain(
    'no params found for policy binding with `Deny` parameterNotFoundAction',
  );
});

test('an update is judged with the former object, which has its defaults', () => {
  const oldObject = deployment(3);
  expect(deployment(3)).toBeAdmitted({ policies: POLICY, params, oldObject });
  expect(deployment(2)).not.toBeAdmitted({ policies: POLICY, params, oldObject });
  expect(deployment(1)).toBeAdmitted({ policies: POLICY, params, oldObject: deployment() });
});

test('a construct is judged by the policies of its app, and by others', () => {
  const app = new App();
  const chart = new Chart(app, 'demo', { namespace: 'shop' });
  new ApiObject(chart, 'web', deployment(4) as never);
  expect(chart).toBeAdmitted();
  const namespaced = { ...params, metadata: { name: 'limits', namespace: 'shop' } };
  expect(chart).not.toBeAdmitted({ policies: POLICY, params: namespaced });
  new ApiObject(new Chart(app, 'limits'), 'range', {
    apiVersion: 'v1',
    kind: 'LimitRange',
    metadata: { namespace: 'shop' },
    spec: { limits: [{ type: 'Container', maxLimitRequestRatio: { cpu: 2 } }] },
  } as never);
  expect(failure(() => expect(chart).toBeAdmitted())).toContain(
    'cpu max limit to request ratio per Container is 2, but no request',
  );
});

test('a test of what is not evaluated fails, with or without .not', () => {
  const policies = POLICY.replace(
    'object.spec.replicas <= int(params.data.most)',
    'request.userInfo.uid == "a"',
  );
  const message = /request\.userInfo is known to a server only/;
  expect(() => expect(deployment(1)).toBeAdmitted({ policies, params })).toThrow(message);
  expect(() => expect(deployment(1)).not.toBeAdmitted({ policies, params })).toThrow(message);
});

test.each<[string, AdmittedOptions, string]>([
  ['policies that are none', { policies: params }, 'policies contain none:\n  ConfigMap limits'],
  ['no binding', { policies: POLICY.split('---')[0] }, 'ValidatingAdmissionPolicy replicas has no binding'],
  [
    'an invalid policy',
    { policies: POLICY.replace('[CREATE, UPDATE]', '[MAKE]') },
    'policies: ValidatingAdmissionPolicy replicas is invalid: spec.matchConstraints.resourceRules[0].operations[0]',
  ],
  [
    'several old objects',
    { oldObject: POLICY },
    'oldObject is the former state of one object, but 2 and 1 manifests were given',
  ],
  ['something else', { policies: 3 as never }, 'policies: received is the number 3'],
  ['another option', { polices: POLICY } as never, 'unknown option "polices": did you mean "policies"?'],
])('a misuse is named: %s', (_, options, message) => {
  expect(() => expect(deployment(1)).toBeAdmitted(options)).toThrow(message);
  expect(() => expect(deployment(1)).not.toBeAdmitted(options)).toThrow(message);
});
