import { readFileSync } from 'node:fs';
import { App, type Chart } from 'cdk8s';
import { lectureNotes } from '../../examples/lecture-notes/pods';
import { Source } from '../../lib/manifest/source';
import { ManifestValidator } from '../../lib/validate/manifest-validator';
import { describeShared, shared } from '../support/shared';

const app = new App();
lectureNotes(app);
const charts = app.charts.map((chart: Chart) => [chart.node.id, (chart.toJson() as unknown[])[0]] as const);

const text = (file: string) => readFileSync(shared('lecture-notes', `${file}.yaml`), 'utf8');

test('the manifests that the constructs make', () => {
  expect(charts).toHaveLength(14);
  expect(Object.fromEntries(charts)).toMatchSnapshot();
});

describeShared('lecture-notes', 'the manifests as written', () => {
  test.each(charts)('%s comes out as the same object', (file, manifest) => {
    const [document] = new Source(text(file)).documents();
    expect(manifest).toEqual(document.value);
  });

  test('07 lacks its containers, and the finding points to the document', () => {
    expect(summary(text('07-my-pod'))).toEqual(['1:1 spec.containers: Required value']);
  });

  test('12 has tabs, and with spaces instead a misspelt field', () => {
    expect(summary(text('12-simple-pod'))).toEqual(['4:1 : found character that cannot start any token']);
    const [finding] = new ManifestValidator().validateYaml(text('12-simple-pod').replaceAll('\t', '  '));
    expect(finding).toMatchObject({
      path: 'spec.containers[0].imgae',
      suggestion: 'did you mean "image"?',
      position: { line: 8, column: 5 },
    });
  });
});

const summary = (yaml: string) =>
  new ManifestValidator()
    .validateYaml(yaml)
    .map(({ position, path, message }) => `${position!.line}:${position!.column} ${path}: ${message}`);
