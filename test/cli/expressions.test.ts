import '../../lib/testing/jest';
import { ManifestValidator } from '../../lib';
import { run } from '../../lib/cli/program';
import { printed } from '../support/kubectl';
import { memoryWorld } from '../support/memory-world';

const KIND = 'admissionregistration.k8s.io/v1 ValidatingWebhookConfiguration';
const NOTE = `the CEL expressions of ${KIND} are not validated`;

const webhook = (conditions: string) => `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingWebhookConfiguration
metadata: {name: a}
webhooks:
  - name: a.example.com
    clientConfig: {url: "https://example.com"}
    sideEffects: None
    admissionReviewVersions: [v1]
    matchConditions: ${conditions}
`;
const WITHOUT = webhook('[]');
const WITH = webhook('[{name: a, expression: no such thing}]');
const POLICY = `apiVersion: admissionregistration.k8s.io/v1
kind: ValidatingAdmissionPolicy
metadata: {name: a}
spec:
  matchConstraints:
    resourceRules: [{apiGroups: [""], apiVersions: [v1], operations: [CREATE], resources: [pods]}]
  validations: [{expression: "true"}]
`;

async function validate(text: string, ...argv: string[]) {
  const world = memoryWorld({ 'a.yaml': text });
  const code = await run(['validate', ...argv, 'a.yaml'], world);
  return { code, ...world.said };
}

describe('an object with expressions', () => {
  test('the status says that they were not judged, and only then', async () => {
    const judged = async (text: string) =>
      (JSON.parse((await validate(text, '--format=status')).out) as { readonly judged?: string }).judged;
    expect(await judged(WITH)).toBe('rules');
    expect(await judged(POLICY)).toBe('rules');
    expect(await judged(WITHOUT)).toBeUndefined();
    expect((await validate(WITH, '--format=status')).err).toBe(`pod-patterns: note: ${NOTE}\n`);
  });

  test.each([['text'], ['json'], ['sarif'], ['junit'], ['github']])('--format=%s says so', async (format) => {
    for (const quiet of [[], ['-q']]) {
      const { code, out, err } = await validate(WITH, `--format=${format}`, ...quiet);
      expect(code).toBe(0);
      expect(out + err).toContain(NOTE);
      const sound = await validate(WITHOUT, `--format=${format}`, ...quiet);
      expect(sound.out + sound.err).not.toContain('CEL');
    }
  });

  test('it is counted as partly validated, once for all objects', async () => {
    const { out } = await validate(`${WITH}---\n${WITH}---\n${POLICY}---\n${WITHOUT}`);
    const kinds = `${KIND} and admissionregistration.k8s.io/v1 ValidatingAdmissionPolicy`;
    expect(out).toBe(
      `note: the CEL expressions of ${kinds} are not validated\n4 manifests: no errors\npartly validated: 3 manifests\n`,
    );
  });

  test('what else is wrong is reported beside it', async () => {
    const { code, out } = await validate(WITH.replace('None', 'Some'), '--format=status');
    expect(code).toBe(1);
    expect(JSON.parse(out)).toMatchObject({
      code: 422,
      judged: 'rules',
      causes: [{ reason: 'FieldValueNotSupported' }],
    });
  });

  test('the rule about it can be off or an error', async () => {
    expect(await validate(WITH, '-q', '--rule=kind-not-judged=off')).toEqual({ code: 0, out: '', err: '' });
    const { code, out } = await validate(WITH, '-q', '--rule=kind-not-judged=error');
    expect(code).toBe(1);
    expect(out).toContain('a.yaml:2:7: error: kind-not-judged in ValidatingWebhookConfiguration a\n');
    expect(new ManifestValidator({ rules: { 'kind-not-judged': 'off' } }).validateYaml(WITH)).toEqual([]);
  });

  test('a dry run by a server does not claim that it was created', () => {
    const argv = ['create', '-f', 'a.yaml', '--dry-run=server'];
    expect(printed(argv, { 'a.yaml': WITH })).toEqual({
      code: 0,
      stdout: '',
      stderr: `Warning: ValidatingWebhookConfiguration "a": ${NOTE}, so the server's answer is unknown\n`,
    });
    expect(printed(argv, { 'a.yaml': WITHOUT }).stdout).toMatch(/ created \(server dry run\)\n$/);
  });
});
