import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';
import { defaulted } from '../../../lib/validate/defaults/defaulted';

const SPEC = { group: 'example.com', version: 'v1', groupPriorityMinimum: 1, versionPriority: 1 };
const service = (metadata: object, spec: object) => ({
  ...{ apiVersion: 'apiregistration.k8s.io/v1', kind: 'APIService' },
  metadata,
  spec: { ...SPEC, ...spec },
});
const causes = (metadata: object, spec: object = {}) =>
  serverStatus(judge(service(metadata, spec), { minor: 36 })).causes.map(
    ({ field, message }) => `${field}: ${message}`,
  );

test('the name is that of version and group', () => {
  const text = 'must be `spec.version+"."+spec.group`: "v1.example.com"';
  expect(causes({ name: 'v1.example.com' })).toEqual([]);
  expect(causes({ name: 'example' })).toEqual([`metadata.name: Invalid value: "example": ${text}`]);
  expect(causes({ name: 'a/b' })).toEqual([`metadata.name: Invalid value: "a/b": may not contain '/'`]);
  expect(causes({ generateName: 'v1.example.com' })[0]).toBe(
    `metadata.name: Invalid value: "v1.example.comxxxxx": ${text}`,
  );
});

test('the group of the core API has no name', () => {
  expect(causes({ name: 'v1.' }, { group: '' })).toEqual([]);
  expect(causes({ name: 'v2.' }, { group: '', version: 'v2' })).toEqual([
    'spec.group: Required value: only v1 may have an empty group and it better be legacy kube',
  ]);
});

/** The object that a server returns. */
const returned = (spec: object) =>
  defaulted(service({ name: 'v1.example.com' }, spec), { minor: 36 }).object as {
    readonly spec: object;
    readonly status: object;
  };

test('a server fills in the port, and drops the status', () => {
  const { spec, status } = returned({ service: { name: 'a', namespace: 'b' } });
  expect(spec).toMatchObject({ service: { name: 'a', namespace: 'b', port: 443 } });
  expect(status).toEqual({});
});

test('a local service is available at once', () => {
  expect(returned({}).status).toMatchObject({
    conditions: [{ type: 'Available', status: 'True', reason: 'Local' }],
  });
});
