import { Ambassador, Probe } from '../../lib';
import { container, main, spec } from '../support/pattern-spec';

describe('Ambassador', () => {
  test('main starts when its port is open', () => {
    expect(spec(new Ambassador({ container, port: 6380 }))).toEqual({
      containers: [main],
      initContainers: [
        {
          ...container,
          restartPolicy: 'Always',
          startupProbe: { tcpSocket: { port: 6380 }, periodSeconds: 1, failureThreshold: 60 },
        },
      ],
    });
  });

  test('a startup probe of your own, in either place', () => {
    const startupProbe = Probe.exec(['true']);
    for (const options of [{ container, startupProbe }, { container: { ...container, startupProbe } }]) {
      expect(spec(new Ambassador({ ...options, port: 1, localhostOnly: true })).initContainers).toEqual([
        { ...container, restartPolicy: 'Always', startupProbe },
      ]);
    }
  });

  test('on localhost only, an init container waits for it, before those of the user', () => {
    const { initContainers } = spec(
      new Ambassador({ container, port: 5432, localhostOnly: true, wait: { image: 'alpine:3' } }),
      { initContainers: [{ name: 'migrate' }] },
    );
    expect(initContainers!.map(({ name, image }) => [name, image])).toEqual([
      ['helper', 'helper'],
      ['wait-for-helper', 'alpine:3'],
      ['migrate', undefined],
    ]);
    expect(initContainers![1].args).toEqual(['60', '1', 'tcp://127.0.0.1:5432']);
  });

  test('a classic one gates nothing', () => {
    expect(spec(new Ambassador({ container, port: 1, native: false }))).toEqual({
      containers: [main, container],
    });
  });

  test.each([0, 65536, 1.5])('port %p is refused', (port) => {
    expect(() => new Ambassador({ container, port })).toThrow('use an integer from 1 to 65535');
  });
});
