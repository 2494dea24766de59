import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordsIn } from '../../tools/generate/rule-records';
import { carryOut, writeSkeleton } from '../../tools/new';
import { missingPatternPlaces } from '../support/pattern-places';
import { missingPlaces, RuleFiles } from '../support/rule-places';

jest.mock('../../lib/validate/kinds', () => require('../support/kinds-without-rules'));

const ROOT = join(__dirname, '../..');
const COPIED = [
  'lib',
  'patterns',
  'docs',
  'tools',
  'test/kubectl',
  'test/support',
  'test/validate',
  ...['.prettierrc.json', '.prettierignore', 'eslint.config.mjs', 'tsconfig.json', 'tsconfig.dev.json'],
  'package.json',
  'pod-patterns.schema.json',
];

/** A copy of the repository as far as skeletons belong there, with some of each sort in it. */
const copy = mkdtempSync(join(tmpdir(), 'new-'));
COPIED.forEach((path) => cpSync(join(ROOT, path), join(copy, path), { recursive: true }));
symlinkSync(join(ROOT, 'node_modules'), join(copy, 'node_modules'));

/** Every kind has its rules: two of the copy lose them, one of them its whole strategy. */
const rewrite = (path: string, change: (text: string) => string) =>
  writeFileSync(join(copy, path), change(readFileSync(join(copy, path), 'utf8')));
rewrite('lib/validate/kinds/cluster-trust-bundle.ts', (text) =>
  text.replace(/\n  validate:[^]*?;?\n\};/, '};').replace(/^import .*certificate-rules';\n/m, ''),
);
rewrite('lib/validate/kinds/others.ts', (text) => text.replace(/^.*POD_CERTIFICATE_REQUEST.*\n/gm, ''));
rmSync(join(copy, 'lib/validate/kinds/pod-certificate-request.ts'));

const TRIALS = [
  ['pattern', 'trial-pattern'],
  ['rule', 'trial-rule'],
  ['lint', 'trial-lint'],
  // There is a strategy of it.
  ['kind', 'ClusterTrustBundle'],
  ['command', 'create endpointslice'],
  ['command', 'create secret trial-of-a-rather-long-name'],
  ['command', 'trial'],
] as const;

const plans = TRIALS.map(([word, name]) => writeSkeleton(word, name, copy));
const last = carryOut(['kind', 'certificates.k8s.io/v1', 'PodCertificateRequest'], copy);
const printed = [...last.stdout.matchAll(/^(?:created|changed) (.+)$/gm)].map(([, file]) => file);
const sources = plans
  .flatMap(({ created, changed }) => [...created.keys(), ...changed.keys()])
  .concat(printed)
  .filter((file) => file.endsWith('.ts'));
const read = (path: string) => readFileSync(join(copy, path), 'utf8');

const node = (...argv: string[]) => spawnSync(process.execPath, argv, { cwd: copy, encoding: 'utf8' });
const bin = (path: string) => join('node_modules', path);

describe('the skeletons', () => {
  test('compile', () => {
    const include = ['lib', 'patterns', ...sources];
    writeFileSync(
      join(copy, 'tsconfig.trial.json'),
      JSON.stringify({ extends: './tsconfig.dev.json', include }),
    );
    expect(node(bin('typescript/bin/tsc'), '-p', 'tsconfig.trial.json').stdout).toBe('');
  });

  test('are formatted and free of lint', () => {
    expect(node(bin('prettier/bin/prettier.cjs'), '--check', ...sources)).toMatchObject({ status: 0 });
    expect(node(bin('eslint/bin/eslint.js'), ...sources).stdout).toBe('');
  });
});

const missingOfRule = (file: string) => {
  const [[name, record]] = recordsIn(join(copy, file));
  return missingPlaces({ name, record, file }, new RuleFiles(copy)).map((line) => line.split(':')[0]);
};

test('what remains of a server rule', () => {
  expect(missingOfRule('lib/validate/rules/trial-rule.ts')).toEqual([
    'example',
    'mistake',
    'suggestion',
    'rules/index.ts',
    'test/validate/fixtures/',
    'npm run generate',
  ]);
});

test('what remains of a lint rule', () => {
  expect(missingOfRule('lib/validate/lint/trial-lint.ts')).toEqual([
    'example',
    'mistake',
    'why',
    'suggestion',
    'lib/validate/lint/index.ts',
    'test/validate/lint/fixtures/',
    'npm run generate',
  ]);
  expect(read('lib/validate/lint/index.ts')).toContain('  TRIAL_LINT,\n];');
});

test('what remains of a pattern', () => {
  expect(missingPatternPlaces('TrialPattern', copy)).toEqual([
    'patterns/trial-pattern.ts: write `class TrialPattern extends PodPattern` in place of the example',
    'lib/options/table.ts: run npm run update-api, which writes what its options are',
    'test/patterns/trial-pattern.test.ts: test what new TrialPattern(…) adds to a Pod',
    'test/support/table/patterns.ts: write a function TrialPattern in PATTERNS that creates one, as a user would',
    expect.stringMatching(/^docs\/patterns\/trial-pattern\.md: write the page, with /),
    expect.stringMatching(/^docs\/patterns\.md: write its row, /),
  ]);
});

test('the rule of a kind is tested and used', () => {
  const missing = missingOfRule('lib/validate/rules/cluster-trust-bundle.ts');
  expect(missing).toEqual(['example', 'mistake', 'suggestion', 'npm run generate']);
});

test('a kind gets what it has not', () => {
  const bundle = read('lib/validate/kinds/cluster-trust-bundle.ts');
  expect(bundle).toContain('at.apply(CLUSTER_TRUST_BUNDLE_RULE, object),\n');
  const request = read('lib/validate/kinds/pod-certificate-request.ts');
  expect(request).toContain('export const POD_CERTIFICATE_REQUEST: Strategy<PodCertificateRequest> = {');
});

test('a command is listed below its parent', () => {
  const index = read('lib/kubectl/commands/index.ts');
  expect(index).toMatch(/'create secret generic': .*\n {2}'create secret trial-of-a-rather-long-name':/);
  expect(index).toMatch(/\n {2}'create endpointslice': CREATE_ENDPOINTSLICE,\n {2}explain: /);
  expect(index).toMatch(/'set subject': SET_SUBJECT,\n {2}trial: TRIAL,\n\}/);
  expect(read('lib/kubectl/commands/create-endpointslice/generate.ts')).toContain("'discovery.k8s.io/v1'");
});

const REFUSED = [
  ['lints', 'a', 'unknown skeleton "lints": did you mean "lint"?'],
  ['toString', 'a', 'unknown skeleton "toString": use command, kind, lint, pattern, rule'],
  [
    'lint',
    'PullSecret',
    'invalid name "PullSecret": a name is in lower case, with single dashes between words; did you mean "pull-secret"?',
  ],
  [
    'lint',
    '../a',
    'invalid name "../a": a name is in lower case, with single dashes between words; did you mean "a"?',
  ],
  [
    'pattern',
    '1',
    'invalid name "1": a name is in lower case, with single dashes between words; choose a name such as "pull-secret"',
  ],
  ['pattern', 'adapter', 'patterns/adapter.ts exists: choose another name than "adapter"'],
  ['pattern', 'trial-pattern', 'patterns/trial-pattern.ts exists: choose another name than "trial-pattern"'],
  ['lint', 'image-tag', /^the rule "image-tag" exists: it finds .*; choose another name$/],
  ['rule', 'image-tag', /^the rule "image-tag" exists: /],
  ['lint', 'env', 'lib/validate/lint/env.ts exists: choose another name than "env"'],
  ['kind', 'foo', /^no kind is called "foo": choose one of .*certificates.k8s.io\/v1 PodCertificateRequest/],
  [
    'kind',
    'certificatesigningrequests',
    'no kind is called "certificatesigningrequests": did you mean "CertificateSigningRequest"?',
  ],
  [
    'kind',
    'certificates.k8s.io/v1beta1 CertificateSigningRequest',
    'no kind is called "certificates.k8s.io/v1beta1 CertificateSigningRequest": did you mean "certificates.k8s.io/v1 CertificateSigningRequest"?',
  ],
  ['kind', 'ConfigMap', /^v1 ConfigMap is judged already: choose one of /],
  ['kind', 'Event', /^events.k8s.io\/v1 Event is judged already: choose one of /],
  [
    'command',
    'Bad Name',
    'invalid name "Bad-Name": a name is in lower case, with single dashes between words; did you mean "bad-name"?',
  ],
  ['command', 'create quota', '"create quota" exists: see lib/kubectl/commands/create-quota'],
  ['command', 'create-quota', '"create quota" exists: see lib/kubectl/commands/create-quota'],
  [
    'command',
    'set probe',
    '"set" commands change manifests: copy lib/kubectl/commands/set-image as a start instead',
  ],
  [
    'command',
    'run-job',
    'invalid name "run-job": "run" has no subcommands; use one of create service, create secret, create, set before the dash, or one word',
  ],
  ['command', 'top node', /^invalid name "top-node": there is no command "top"; use one of /],
] as const;

const listing = () =>
  readdirSync(copy, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map((path) => `${path} ${readFileSync(path, 'utf8').length}`);

test('what cannot be is refused with a suggestion, and nothing is written', () => {
  const before = listing();
  for (const [word, name, message] of REFUSED) {
    expect(() => writeSkeleton(word, name, copy)).toThrow(
      typeof message === 'string' ? new Error(message) : message,
    );
  }
  expect(listing()).toEqual(before);
});

describe('the command line', () => {
  test.each([[[]], [['kind']]])('%j shows the usage', (argv) => {
    const { code, stderr } = carryOut(argv, copy);
    expect(code).toBe(2);
    expect(stderr).toMatch(/^usage: npm run new -- WORD NAME, such as\n {2}command create quota /);
  });

  test('an error is one line', () => {
    expect(carryOut(['kind', 'Secrt'], copy)).toEqual({
      code: 2,
      stdout: '',
      stderr: 'no kind is called "Secrt": did you mean "Secret"?',
    });
  });

  test('a skeleton, generated files and next steps', () => {
    expect(last).toMatchObject({ code: 0, stderr: '' });
    expect(last.stdout).toMatch(
      /^created lib\/validate\/kinds\/pod-certificate-request\.ts\n[^]*\nNext:\n1\. lib\/validate\/rules\/pod-certificate-request\.ts: /,
    );
    expect(read('lib/validate/rule-ids.ts')).toContain("  | 'pod-certificate-request'\n");
    expect(read('lib/validate/schema/types.ts')).toContain('export interface PodCertificateRequestSpec {');
  });
});
