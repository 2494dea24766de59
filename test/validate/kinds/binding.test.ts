import { judge } from '../../../lib/validate/engine';
import { serverStatus } from '../../../lib/validate/status';

const statusOf = (metadata: object, target: object | undefined, minor = 36) =>
  serverStatus(judge({ apiVersion: 'v1', kind: 'Binding', metadata, target }, { minor }));

/** All seen on a real 1.36, which looks for the Pod only then. */
test.each<[metadata: object, target: object | undefined, code: number, message: string]>([
  [{ name: 'web', labels: { '-': 'x' }, finalizers: ['x'] }, { name: 'node-1' }, 201, ''],
  [
    { name: 'web' },
    { kind: 'Pod' },
    500,
    '[target.kind: Unsupported value: "Pod": supported values: "Node", "<empty>", target.name: Required value]',
  ],
  [{ name: 'a/b' }, undefined, 500, 'target.name: Required value'],
  [{}, { name: 'node-1' }, 400, 'Name parameter required.'],
  [{ generateName: 'web-' }, { name: 'node-1' }, 400, 'Name parameter required.'],
  [{ name: 'a/b' }, { name: 'node-1' }, 400, `Name parameter invalid: "a/b": may not contain '/'`],
])('%j to %j', (metadata, target, code, message) => {
  const status = statusOf(metadata, target);
  expect({ code: status.code, message: status.message, causes: status.causes }).toEqual({
    code,
    message,
    causes: [],
  });
});

test('the name of a Node is judged from 1.37 on', () => {
  expect(statusOf({ name: 'web' }, { name: 'node_1' }).ok).toBe(true);
  expect(statusOf({ name: 'web' }, { name: 'node_1' }, 37).message).toMatch(
    /^target.name: Invalid value: "node_1": a lowercase RFC 1123 subdomain/,
  );
  expect(statusOf({ name: 'web' }, { kind: 'Pod', name: 'node_1' }, 37).message).not.toMatch('subdomain');
});
