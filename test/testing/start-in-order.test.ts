import '../../lib/testing/jest';
import { failure } from '../support/failure';
import { podManifest, stackChart } from './samples';

const classic = () => ({ ...podManifest(), spec: { containers: [{ name: 'api' }, { name: 'proxy' }] } });

test('containers that wait for one another', () => {
  expect(stackChart()).toStartInOrder(['init-gate', 'proxy', 'api']);
  expect(stackChart()).toStartInOrder(['init-gate', 'api']);
  expect(stackChart()).toStartInOrder([
    { container: 'init-gate', condition: 'completed' },
    { container: 'proxy', condition: 'startupProbe' },
    'api',
  ]);
  expect(stackChart()).toStartInOrder([{ container: 'proxy', condition: 'started' }, 'api']);
  expect(stackChart()).not.toStartInOrder(['api', 'proxy']);
  expect(classic()).not.toStartInOrder(['proxy', 'api']);
});

test('the other way round', () => {
  expect(failure(() => expect(stackChart()).toStartInOrder(['api', 'proxy']))).toMatchInlineSnapshot(`
    "expect(received).toStartInOrder(order)

    "proxy" starts before "api", not after it

    Deployment demo-web (construct demo/web) starts:
      1. init-gate: has exited before the next one starts
      2. proxy: has passed its startup probe before the next one starts
      3. api"
  `);
});

test('ordinary containers do not wait', () => {
  expect(failure(() => expect(classic()).toStartInOrder(['proxy', 'api']))).toMatchInlineSnapshot(`
    "expect(received).toStartInOrder(order)

    "api" does not wait for "proxy": ordinary containers start without waiting for one another.
    → make "proxy" a native sidecar, an init container with restartPolicy: Always

    Pod web starts:
      1. api, proxy"
  `);
});

test('something else must have happened', () => {
  const manifest = {
    ...podManifest(),
    spec: { initContainers: [{ name: 'proxy', restartPolicy: 'Always' }], containers: [{ name: 'api' }] },
  };
  expect(manifest).toStartInOrder(['proxy', 'api']);
  expect(
    failure(() =>
      expect(manifest).toStartInOrder([{ container: 'proxy', condition: 'startupProbe' }, 'api']),
    ),
  ).toMatchInlineSnapshot(`
    "expect(received).toStartInOrder(order)

    "api" does not wait until "proxy" has passed its startup probe, but until it has started
    → give "proxy" a startupProbe

    Pod web starts:
      1. proxy: has started before the next one starts
      2. api"
  `);
  expect(
    failure(() => expect(manifest).toStartInOrder([{ container: 'proxy', condition: 'completed' }, 'api'])),
  ).toMatchInlineSnapshot(`
    "expect(received).toStartInOrder(order)

    "api" does not wait until "proxy" has exited, but until it has started

    Pod web starts:
      1. proxy: has started before the next one starts
      2. api"
  `);
});

test('by .not, they do', () => {
  expect(failure(() => expect(stackChart()).not.toStartInOrder(['init-gate', 'api']))).toMatchInlineSnapshot(`
    "expect(received).not.toStartInOrder(order)

    They do start in this order.

    Deployment demo-web (construct demo/web) starts:
      1. init-gate: has exited before the next one starts
      2. proxy: has passed its startup probe before the next one starts
      3. api"
  `);
});

describe('misuse fails, with and without .not', () => {
  const bad: readonly (readonly [what: string, received: unknown, order: unknown])[] = [
    ['an unknown container', stackChart(), ['prxy', 'api']],
    [
      'containers of two Pods',
      [classic(), { ...podManifest(), metadata: { name: 'db' }, spec: { containers: [{ name: 'db' }] } }],
      ['db', 'api'],
    ],
    ['two Pods with the containers', [classic(), classic()], ['proxy', 'api']],
    ['no Pod', { apiVersion: 'v1', kind: 'Namespace' }, ['proxy', 'api']],
    ['one container', stackChart(), ['api']],
    ['a text', stackChart(), 'api'],
    ['a container twice', stackChart(), ['api', 'proxy', 'api']],
    ['an unknown condition', stackChart(), [{ container: 'proxy', condition: 'ready' }, 'api']],
    ['a condition of the last', stackChart(), ['proxy', { container: 'api', condition: 'completed' }]],
    ['no manifest', 7, ['proxy', 'api']],
  ];
  test.each(bad)('%s', (_, received, order) => {
    const message = failure(() => expect(received).toStartInOrder(order as never));
    expect(
      failure(() => expect(received).not.toStartInOrder(order as never))
        .split('\n')
        .slice(1),
    ).toEqual(message.split('\n').slice(1));
    expect(message).toMatchSnapshot();
  });
});
