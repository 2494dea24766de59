import { Dependency, InitGate, InitStage, LogSidecar, PodTemplate } from '../../lib';
import { LOG_TAIL } from '../../patterns/shell/log-tail';

const container = (name: string, fields: object = {}) => ({ name, image: name, ...fields });
const probe = { tcpSocket: { port: 1 } };
const ofName = (pod: PodTemplate, name: string) => pod.startupOrder().find((each) => each.name === name)!;

test('each init container waits for those before it, ordinary ones wait for all of them', () => {
  const pod = new PodTemplate({
    main: container('app'),
    containers: [container('second')],
    initContainers: [container('own')],
  });
  pod.addSidecar(container('proxy', { startupProbe: probe }));
  pod.addSidecar(container('logs'));
  pod.addInitContainer(container('wait'), InitStage.SIDECAR);
  pod.add(new InitGate({ waitFor: [Dependency.tcp('db', 5432)] }));
  const order = pod.startupOrder();
  expect(order.map(({ name, role }) => `${name}: ${role}`)).toEqual([
    'init-gate: gate',
    'proxy: sidecar',
    'logs: sidecar',
    'wait: init',
    'own: init',
    'app: main',
    'second: container',
  ]);
  const gates = [
    { container: 'init-gate', condition: 'completed' },
    { container: 'proxy', condition: 'startupProbe' },
    { container: 'logs', condition: 'started' },
    { container: 'wait', condition: 'completed' },
    { container: 'own', condition: 'completed' },
  ];
  expect(order.map(({ startsAfter }) => startsAfter)).toEqual([
    [],
    gates.slice(0, 1),
    gates.slice(0, 2),
    gates.slice(0, 3),
    gates.slice(0, 4),
    gates,
    gates,
  ]);
});

test('native sidecars are stopped after the ordinary containers, the last one first', () => {
  const pod = new PodTemplate({
    main: container('app'),
    containers: [container('second')],
    initContainers: [container('own')],
  });
  pod.addSidecar(container('first'));
  pod.addSidecar(container('last'));
  pod.addSidecar(container('classic'), { native: false });
  const stops = Object.fromEntries(pod.startupOrder().map(({ name, stopsAfter }) => [name, stopsAfter]));
  expect(stops).toEqual({
    first: ['app', 'second', 'classic', 'last'],
    last: ['app', 'second', 'classic'],
    own: [],
    app: [],
    second: [],
    classic: [],
  });
});

describe('seconds to stop', () => {
  const withHook = (preStop: object, fields: object = {}) =>
    new PodTemplate({ main: container('app', { lifecycle: { preStop } }), ...fields });

  test('are the grace period for ordinary containers, and what is surely left for those that wait', () => {
    const pod = new PodTemplate({ main: container('app'), terminationGracePeriodSeconds: 60 });
    pod.addSidecar(container('proxy'));
    expect(
      pod.startupOrder().map(({ graceSeconds, leastStopSeconds }) => [graceSeconds, leastStopSeconds]),
    ).toEqual([
      [60, 2],
      [60, 60],
    ]);
    expect(new PodTemplate({ main: container('app') }).startupOrder()[0].graceSeconds).toBe(30);
  });

  test('are less what a preStop hook takes', () => {
    expect(ofName(withHook({ sleep: { seconds: 10 } }), 'app')).toMatchObject({
      preStop: 'sleep',
      preStopSeconds: 10,
      graceSeconds: 30,
      leastStopSeconds: 20,
    });
    expect(
      ofName(withHook({ sleep: { seconds: 10 } }, { terminationGracePeriodSeconds: 5 }), 'app'),
    ).toMatchObject({ leastStopSeconds: 2 });
    const exec = ofName(withHook({ exec: { command: ['x'] } }), 'app');
    expect(exec).toMatchObject({ preStop: 'exec', leastStopSeconds: 2 });
    expect(exec).not.toHaveProperty('preStopSeconds');
  });

  test('are enough for a log sidecar to drain, whatever the main container does', () => {
    const [, drain] = /drain\(\) \{\n.*\n\s*sleep (\d+)/.exec(LOG_TAIL)!;
    for (const native of [true, false]) {
      const pod = withHook({ exec: { command: ['x'] } }, { terminationGracePeriodSeconds: 3 });
      pod.add(new LogSidecar({ files: ['/var/log/app/app.log'], native }));
      expect(ofName(pod, 'log-sidecar').leastStopSeconds).toBeGreaterThanOrEqual(Number(drain));
    }
  });
});
