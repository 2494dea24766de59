import { Duration } from 'cdk8s';
import { Dependency, InitGate } from '../../lib';
import { container, shown, spec } from '../support/pattern-spec';
import { atLine } from '../support/at-line';

describe('InitGate', () => {
  const waitFor = [Dependency.tcp('db', 5432)];

  test('an init container that waits, in bounded time, under the restricted level', () => {
    expect(
      spec(
        new InitGate({ waitFor: [Dependency.dns('a'), Dependency.tcp('b', 1), Dependency.http('http://c')] }),
      ).initContainers,
    ).toMatchSnapshot();
  });

  test('the script holds only what its dependencies need', () => {
    const [, , script] = spec(new InitGate({ waitFor })).initContainers![0].command!;
    expect(script).toMatch(/connects\(\)/);
    expect(script).not.toMatch(/resolves|answers/);
  });

  test('every default can be replaced', () => {
    const gate = new InitGate({
      waitFor,
      timeout: Duration.minutes(1),
      interval: Duration.seconds(5),
      name: 'wait',
      image: 'alpine:3',
      resources: {},
      securityContext: {},
    });
    expect(shown(spec(gate).initContainers)).toEqual([
      {
        name: 'wait',
        image: 'alpine:3',
        command: '<script>',
        args: ['60', '5', 'tcp://db:5432'],
        resources: {},
        securityContext: {},
      },
    ]);
  });

  test('gates of your own come after', () => {
    expect(
      spec(new InitGate({ waitFor, containers: [container] }), {
        initContainers: [{ name: 'init' }],
      }).initContainers!.map(({ name }) => name),
    ).toEqual(['init-gate', 'helper', 'init']);
    expect(spec(new InitGate({ containers: [container] })).initContainers).toEqual([container]);
  });

  test.each([
    [{}, 'InitGate: "waitFor" is empty: specify what to wait for'],
    [{ waitFor, timeout: Duration.seconds(0) }, 'InitGate: "timeout" is 0 seconds: use at least one'],
    [{ waitFor, interval: Duration.seconds(0) }, 'InitGate: "interval" is 0 seconds: use at least one'],
  ])('%j is refused', (options, message) => {
    expect(() => new InitGate(options)).toThrow(atLine(message));
  });
});
