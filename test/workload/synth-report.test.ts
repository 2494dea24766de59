import { ApiObject, App, Chart } from 'cdk8s';
import { Pod, type SynthValidationOptions, Validation } from '../../lib';

const untagged = { name: 'app', image: 'nginx' };
const rawPod = (chart: Chart, id: string, container: object = untagged) =>
  new ApiObject(chart, id, {
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: id },
    spec: { containers: [container] },
  } as never);

let printed: string[];
beforeEach(() => {
  printed = [];
  jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(printed.push(String(text))));
});
afterEach(() => jest.restoreAllMocks());

function appWith(options?: SynthValidationOptions) {
  const app = new App();
  const chart = new Chart(app, 'demo', { disableResourceNameHashes: true });
  new Pod(chart, 'ours', { main: untagged });
  rawPod(chart, 'raw');
  if (options) Validation.of(app).configure(options);
  return { app, chart };
}

test('warnings are printed once, however often cdk8s asks, and however many charts there are', () => {
  const { app, chart } = appWith({});
  for (const id of 'abc') new Chart(app, id);
  app.synthYaml();
  app.synthYaml();
  expect(printed).toEqual([
    `[demo/ours] Pod demo-ours (test/workload/synth-report.test.ts:23:3)
  warning: spec.containers[0].image: "nginx" has no tag, which means "latest" (image-tag)
    → use a version, such as "nginx:1.2.3", or a digest

[demo/raw] Pod raw
  warning: spec.containers[0].image: "nginx" has no tag, which means "latest" (image-tag)
    → use a version, such as "nginx:1.2.3", or a digest

2 warnings in 2 objects

`,
  ]);
  rawPod(chart, 'late');
  app.synthYaml();
  expect(printed).toHaveLength(2);
  expect(printed[1]).toContain('[demo/late] Pod late');
  expect(printed[1]).not.toContain('demo/raw');
});

test('without it, nothing is printed', () => {
  appWith().app.synthYaml();
  expect(printed).toEqual([]);
});

test('nothing is printed where nothing is to be said, or by report: none', () => {
  appWith({ report: 'none' }).app.synthYaml();
  const app = new App();
  rawPod(new Chart(app, 'demo'), 'raw', { name: 'app', image: 'nginx:1.27' });
  Validation.of(app);
  app.synthYaml();
  expect(printed).toEqual([]);
});

test('advice is printed by report: all', () => {
  appWith({ report: 'all' }).app.synthYaml();
  expect(printed.join('')).toMatch(/ {2}info: spec\.containers\[0\]: .* \(resources\)\n {4}→ /);
  expect(printed.join('')).toMatch(/\n2 warnings, \d infos in 2 objects\n/);
});

test('with errors, warnings are printed as well, and all errors are in what is thrown', () => {
  const { app, chart } = appWith({});
  rawPod(chart, 'bad', { name: 'app', image: 'nginx', imgae: 'a' });
  expect(() => app.synthYaml()).toThrow(
    /errors:\n {2}\[demo\/bad\] Pod bad\n {4}spec\.containers\[0\]\.imgae: [^\n]*\n {6}→ did you mean "image"\? That is set already: remove one of them$/,
  );
  expect(printed.join('')).toContain('3 warnings in 3 objects');
});

test('each object is told of by the nearest validation, as that says', () => {
  const { app, chart } = appWith({});
  rawPod(new Chart(app, 'other'), 'other');
  Validation.of(chart).configure({ report: 'none' });
  app.synthYaml();
  expect(printed.join('')).toContain('[other/other]');
  expect(printed.join('')).not.toContain('[demo/');
});

test('an error of an object of another library is told once, and by its own construct', () => {
  const { app, chart } = appWith({});
  const bad = rawPod(chart, 'bad', { name: 'app' });
  for (let round = 0; round < 2; round++) {
    expect(() => app.synthYaml()).toThrow(/^[^[]*\[demo\/bad\] [^[]*\[0\][^[]*$/);
  }
  expect(bad.node.validate()).toEqual([]);
});

test('an unknown report is refused', () => {
  const validation = Validation.of(new App());
  expect(() => validation.configure({ report: 'warning' as never })).toThrow(
    'unknown report "warning": did you mean "warnings"?',
  );
  expect(() => validation.configure({ report: 'quiet' as never })).toThrow(
    'unknown report "quiet": use one of none, warnings, all',
  );
});

test('the report in code tells errors and warnings, and advice where it is asked for', () => {
  const { app, chart } = appWith({ report: 'none' });
  rawPod(chart, 'bad', { name: 'app', image: 'nginx:1.27', imgae: 'a' });
  const report = Validation.of(app).report();
  expect(report).toContain(
    '[demo/ours] Pod demo-ours (test/workload/synth-report.test.ts:23:3)\n  warning: spec.containers[0].image: ',
  );
  expect(report).toContain(
    '[demo/bad] Pod bad\n  error: spec.containers[0].imgae: unknown field "spec.containers[0].imgae" (unknown-field)\n    → did you mean "image"? That is set already: remove one of them\n',
  );
  expect(report).toMatch(/\n1 error, 2 warnings in 3 objects\n$/);
  expect(Validation.of(app).configure({ report: 'all' }).report()).toContain('  info: ');
  expect(Validation.of(new App()).report()).toBe('no findings\n');
  expect(printed).toEqual([]);
});

test('characters that a terminal would carry out are shown', () => {
  const { app, chart } = appWith({});
  rawPod(chart, 'bad\u001b[31m', { name: 'app', image: 'nginx\u001b[31m' });
  expect(Validation.of(app).report()).toContain('Pod bad\u241b[31m');
  expect(Validation.of(app).report()).not.toContain('\u001b');
});
