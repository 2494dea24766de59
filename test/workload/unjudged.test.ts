import { ApiObject, App, Chart } from 'cdk8s';
import '../../lib/testing/jest';
import { ManifestValidator, type SynthValidationOptions, Validation } from '../../lib';
import { describeUnjudged } from '../support/unjudged-kind';

jest.mock('../../lib/validate/kinds', () => require('../support/kinds-without-rules'));

const OFF = { rules: { 'kind-not-judged': 'off' } } as const;

describeUnjudged('a kind without rules of its own', ({ apiVersion, kind, manifest, note }) => {
  let printed: string[];
  beforeEach(() => {
    printed = [];
    jest.spyOn(process.stderr, 'write').mockImplementation((text) => Boolean(printed.push(String(text))));
  });
  afterEach(() => jest.restoreAllMocks());

  function appWith(options: SynthValidationOptions) {
    const app = new App();
    for (const id of ['a', 'b']) {
      const chart = new Chart(app, id);
      new ApiObject(chart, 'one', { apiVersion, kind });
      new ApiObject(chart, 'two', { apiVersion, kind });
    }
    Validation.of(app).configure(options);
    return app;
  }

  test.each([['none'], ['warnings'], ['all']] as const)('synth says it once, with report: %s', (report) => {
    const app = appWith({ report });
    app.synthYaml();
    new ApiObject(new Chart(app, 'late'), 'three', { apiVersion, kind });
    app.synthYaml();
    expect(printed.join('')).toBe(`note: ${note}\n\n`);
    expect(Validation.of(app).report()).toBe(`note: ${note}\n`);
  });

  test('nothing is said if the rule is off', () => {
    const app = appWith(OFF);
    app.synthYaml();
    expect(printed).toEqual([]);
    expect(Validation.of(app).findings()).toEqual([]);
    expect(new ManifestValidator(OFF).validateYaml(manifest('a'))).toEqual([]);
    expect(manifest('a')).toBeValidManifests(OFF);
    expect(printed).toEqual([]);
  });

  test('toBeValidManifests says it once', () => {
    expect(`${manifest('a')}---\n${manifest('b')}`).toBeValidManifests();
    expect(manifest('c')).toBeValidManifests();
    expect(printed).toEqual([`note: ${note}\n`]);
  });
});
