import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import { ApiObject, App, Chart } from 'cdk8s';
import * as kplus from 'cdk8s-plus-28';
import { Construct } from 'constructs';
import {
  Deployment,
  type Finding,
  type FindingPosition,
  LogSidecar,
  Pod,
  PodPattern,
  PodTemplate,
  SidecarLogPod,
  Validation,
} from '../../lib';
import { newChart } from '../support/chart';

const FILE = relative(process.cwd(), __filename);

/** The line of this file that ends with a mark. */
function marked(mark: string) {
  const lines = readFileSync(__filename, 'utf8').split('\n');
  const index = lines.findIndex((line) => line.endsWith(`// ${mark}`));
  return { file: FILE, line: index + 1 };
}

const main = { name: 'App', image: 'nginx:1.27' };
const errors = (scope: Construct) =>
  Validation.of(scope)
    .findings()
    .filter(({ level }) => level === 'error');
const placeOf = ({ file, line }: FindingPosition) => ({ file, line });
const sources = (findings: readonly Finding[]) =>
  findings.map(({ construct: { source } = { path: '' } }) => source && placeOf(source));

test('the line is where the user calls the package', () => {
  const chart = newChart();
  new Pod(chart, 'web', { main }); // plain
  new SidecarLogPod(chart, 'log', { main, sidecar: { files: ['/a/b'] } }); // with a pattern
  const make = (id: string) => new Deployment(chart, id, { pod: { main } }); // in a function
  make('a');
  make('b');
  expect(sources(errors(chart))).toEqual(
    ['plain', 'with a pattern', 'in a function', 'in a function'].map(marked),
  );
});

test('of a class of the user it is the call of the package in its constructor', () => {
  class Web extends Deployment {
    constructor(scope: Construct, id: string) {
      super(scope, id, { pod: { main } }); // in a subclass
    }
  }
  class Group extends Construct {
    constructor(scope: Construct, id: string) {
      super(scope, id);
      new Pod(this, 'pod', { main }); // in a construct
    }
  }
  const chart = newChart();
  new Web(chart, 'web');
  new Group(chart, 'group');
  expect(sources(errors(chart))).toEqual(['in a subclass', 'in a construct'].map(marked));
});

test('lines and columns count from 1', () => {
  const chart = newChart();
  new Pod(chart, 'web', { main }); // begins at column 3
  expect(errors(chart)[0].construct).toEqual({
    path: 'demo/web',
    source: { ...marked('begins at column 3'), column: 3 },
  });
});

describe('a finding in what a pattern brought names the pattern', () => {
  const bad = () =>
    new LogSidecar({ files: ['/var/log/app/a.log'], container: { name: 'Log', image: 'busybox:1.37' } }); // bad pattern
  const patterns = (scope: Construct) =>
    errors(scope)
      .map(({ construct }) => construct!.pattern)
      .map((pattern) => pattern && { ...pattern, source: pattern.source!.line });
  const expected = { name: 'LogSidecar', source: marked('bad pattern').line };
  const good = { ...main, name: 'app' };

  test('given in the options', () => {
    const chart = newChart();
    new Pod(chart, 'web', { main: good, patterns: [bad()] }); // holds it
    expect(patterns(chart)).toEqual([expected]);
    expect(sources(errors(chart))).toEqual([marked('holds it')]);
  });

  test('added later', () => {
    const chart = newChart();
    new Deployment(chart, 'web', { pod: { main: good } }).template.add(bad());
    expect(patterns(chart)).toEqual([expected]);
  });

  test('added to an object of another library', () => {
    const chart = newChart();
    PodTemplate.of(new kplus.Deployment(chart, 'web', { containers: [{ image: 'nginx:1.27' }] })).add(bad());
    expect(patterns(chart)).toEqual([expected]);
    expect(errors(chart)[0].construct).toEqual({
      path: 'demo/web',
      pattern: { name: 'LogSidecar', source: expect.anything() },
    });
  });

  test('by the name of the outermost, where one adds another; of a container or a volume', () => {
    class Both extends PodPattern {
      applyTo(pod: PodTemplate) {
        pod.add(bad());
        pod.addVolume({ name: 'Bad', emptyDir: {} });
        pod.addContainer({ name: 'Other', image: 'nginx:1.27' });
      }
    }
    const chart = newChart();
    new Pod(chart, 'web', { main: good }).template.add(new Both());
    expect(patterns(chart).map((pattern) => pattern?.name)).toEqual(['Both', 'Both', 'Both']);
  });

  test('and no other finding does', () => {
    const chart = newChart();
    const web = new Pod(chart, 'web', {
      main,
      patterns: [new LogSidecar({ files: ['/var/log/app/a.log'] })],
    });
    web.template.addContainer({ name: 'Own', image: 'nginx:1.27' });
    expect(patterns(chart)).toEqual([undefined, undefined]);
  });
});

test('an object of another library has no line, and the path of the construct that the user made', () => {
  const chart = newChart();
  new kplus.Pod(chart, 'plus', { metadata: { name: 'Bad' }, containers: [{ image: 'nginx' }] });
  new ApiObject(chart, 'raw', { apiVersion: 'v1', kind: 'Pod', spec: {} } as never);
  expect(errors(chart).map(({ construct }) => construct)).toEqual([
    { path: 'demo/plus' },
    { path: 'demo/raw' },
  ]);
});

describe('whatever became of stacks, constructs are made, and judged', () => {
  const { stackTraceLimit, prepareStackTrace } = Error;
  afterEach(() => Object.assign(Error, { stackTraceLimit, prepareStackTrace }));

  const found = () => {
    const chart = newChart();
    new Pod(chart, 'web', { main });
    return errors(chart)[0].construct!.source;
  };

  test.each([0, 1, undefined, Infinity, 'many'])('a limit of %p is kept, and there is a line', (limit) => {
    Object.assign(Error, { stackTraceLimit: limit });
    const source = found();
    expect(Error.stackTraceLimit).toBe(limit);
    expect(source).toMatchObject({ file: FILE });
  });

  test('a program that keeps the frames as they are', () => {
    Error.prepareStackTrace = (_, frames) => frames;
    expect(found()?.file).toContain('source-line.test.ts');
  });

  test.each([
    [
      'throws',
      () => {
        throw new Error('no');
      },
    ],
    ['gives nothing', () => undefined],
    ['gives something else', () => 17],
  ])('a program whose prepareStackTrace %s', (_, prepare) => {
    Error.prepareStackTrace = prepare;
    expect(found()).toBeUndefined();
  });

  test('a limit that cannot be set', () => {
    Object.defineProperty(Error, 'stackTraceLimit', { value: 10, writable: false, configurable: true });
    expect(found).not.toThrow();
    Object.defineProperty(Error, 'stackTraceLimit', { value: 10, writable: true, configurable: true });
  });
});

test('an app in Python, Java or Go gets no frames of the kernel', () => {
  process.env.JSII_AGENT = 'Python/3.12';
  jest.isolateModules(() => {
    const other = require('../../lib') as typeof import('../../lib');
    const chart = new Chart(new App(), 'demo');
    new other.Pod(chart, 'web', { main });
    expect(() => chart.node.children[0].node.validate()).not.toThrow();
    expect(other.Validation.of(chart).findings()[0].construct).toEqual({ path: 'demo/web' });
  });
  delete process.env.JSII_AGENT;
});
