import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { printed } from '../support/kubectl';

/*
 * `npm run explain-parity` asks kubectl of real servers; a choice of its answers is kept here.
 */

const FOLDER = join(__dirname, 'explain');

interface Recorded {
  readonly argv: readonly string[];
  readonly code: number;
  readonly stdout: string;
  readonly stderr: string;
}

const recorded = readdirSync(FOLDER)
  .filter((file) => file.endsWith('.jsonl'))
  .map((file) => {
    const lines = readFileSync(join(FOLDER, file), 'utf8').trim().split('\n');
    const [, version] = /-(1\.\d+)\.jsonl$/.exec(file)!;
    return [version, lines.map((line) => JSON.parse(line) as Recorded)] as const;
  });

test.each(recorded)('what kubectl explain says of a server of %s', (version, answers) => {
  const differing = answers.filter(({ argv, code, stdout, stderr }) => {
    const ours = printed(['explain', ...argv, `--kubernetes-version=${version}`, '--only-kubectl']);
    return JSON.stringify(ours) !== JSON.stringify({ code, stdout, stderr });
  });
  expect(differing.map(({ argv }) => argv)).toEqual([]);
  expect(answers.length).toBeGreaterThan(50);
});

const explain = (...argv: string[]) => printed(['explain', ...argv]);

/** What stands after kubectl's own text. */
function notes(...argv: string[]): string {
  const { stdout } = explain(...argv);
  const kubectls = explain(...argv, '--only-kubectl').stdout;
  expect(stdout.startsWith(kubectls)).toBe(true);
  return stdout.slice(kubectls.length);
}

describe('after the text of kubectl', () => {
  test('the minors that have the field', () => {
    expect(notes('pods.spec.containers')).toContain('AVAILABLE:  since Kubernetes 1.30 or earlier\n');
    expect(notes('pods.spec.hostnameOverride')).toContain('AVAILABLE:  since Kubernetes 1.34\n');
  });

  test('the default that the server fills in', () => {
    expect(notes('pods.spec.containers.livenessProbe.periodSeconds')).toContain('DEFAULT:    10\n');
    expect(notes('deployments.spec.replicas')).toContain('DEFAULT:    1\n');
    expect(notes('pods.spec.containers.imagePullPolicy')).toContain('DEFAULT:    depends on other fields\n');
    expect(notes('pods.spec.nodeName')).not.toContain('DEFAULT');
  });

  test('the values of a list, which kubectl leaves out', () => {
    expect(notes('pvc.spec.accessModes')).toContain('VALUES:     ReadOnlyMany, ReadWriteMany, ReadWriteOnce');
  });

  test('the rules that concern it', () => {
    expect(notes('pods.spec.containers.livenessProbe.periodSeconds')).toContain(
      '\n  container-probes (error)\n',
    );
    expect(notes('pods.spec.containers.image')).toContain('\n  image-tag (warning)\n');
  });

  test('the same after the text of older versions of kubectl', () => {
    expect(notes('deploy.spec.replicas', '--output=plaintext-openapiv2')).toContain('DEFAULT:    1\n');
  });
});

describe('a mistake', () => {
  test('in the name of a resource or field gets a suggestion after the words of kubectl', () => {
    expect(explain('deploymnts').stderr).toBe(
      'the server doesn\'t have a resource type "deploymnts"\nDid you mean deployments?\n',
    );
    expect(explain('po.spec.container.image').stderr).toBe(
      'error: field "image" does not exist\nDid you mean pods.spec.containers?\n',
    );
    expect(explain('image-tag').stderr).toBe(
      'the server doesn\'t have a resource type "image-tag"\nTo explain the rule: pod-patterns explain-rule image-tag\n',
    );
  });

  test.each([
    ['__proto__'],
    ['pods.__proto__.x'],
    ['constructor'],
    ['pods.spec.\u001b[31m'],
    ['a'.repeat(100_000)],
  ])('in hostile words is one of kubectl', (word) => {
    const { code, stderr } = explain(word);
    expect(code).toBe(1);
    expect(stderr).toMatch(
      /does not exist|doesn't have a resource type|invalid jsonpath syntax|unterminated/,
    );
  });
});

test.each([
  ['v1', 'false', 'error: no version that is served in crd.yaml\n'],
  ['v1beta1', 'true', 'error: no CustomResourceDefinition of apiextensions.k8s.io/v1 in crd.yaml\n'],
])('a definition of %s whose version is served: %s', (version, served, stderr) => {
  const crd = {
    apiVersion: `apiextensions.k8s.io/${version}`,
    kind: 'CustomResourceDefinition',
    metadata: { name: 'backups.example.com' },
    spec: {
      group: 'example.com',
      names: { kind: 'Backup', plural: 'backups' },
      versions: [{ name: 'v1', served: served === 'true', storage: true }],
    },
  };
  const files = { 'crd.yaml': JSON.stringify(crd) };
  expect(printed(['explain', 'backups', '--crd=crd.yaml'], files)).toEqual({ code: 1, stdout: '', stderr });
});
