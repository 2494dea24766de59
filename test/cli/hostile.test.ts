import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Source } from '../../lib/manifest/source';
import { FORMATS } from '../../lib/report/formats';

/*
 * Names of files, options and contents that act on a terminal or in the log of a CI system.
 * The program is the built one.
 */

const MAIN = join(__dirname, '../../dist/js/lib/cli/main.js');
const ODD = 'y\n::warning::x\u001b[2J\u009b31m\u202e\u0007\r::error::z';

const json = JSON.stringify(ODD);
const pod = `{"apiVersion": "v1", "kind": "Pod", "metadata": {"name": ${json}, "labels": {${json}: ${json}}}, "spec": {${json}: 1, "containers": [{"name": ${json}, "image": ${json}}]}}`;
const configMap = `{"apiVersion": "v1", "kind": "ConfigMap", "metadata": {"name": ${json}}, "data": {"a": ${json}}}`;

const folder = mkdtempSync(join(tmpdir(), 'hostile-'));
mkdirSync(join(folder, '.git'));
mkdirSync(join(folder, ODD));
writeFileSync(join(folder, ODD, `${ODD}.yaml`), pod);
writeFileSync(join(folder, 'pod.yaml'), pod);
writeFileSync(join(folder, 'config-map.yaml'), configMap);
writeFileSync(join(folder, 'broken.yaml'), `a: "${ODD}\n`);
writeFileSync(join(folder, 'config.yaml'), `${json}: 1\nrules: {${json}: off}\nignore: [${json}]\n`);

/** Names that a CI log takes for commands where a line begins with them, behind white space too. */
const COMMANDS = ['::warning::x', '::error file=a::x', '\u00a0::stop-commands::x'];
for (const name of COMMANDS) {
  writeFileSync(join(folder, `${name}.yaml`), `${pod.slice(0, -1)}, ${JSON.stringify(name)}: 1}`);
}

/** What the program prints, and what of it may act. */
function printed(argv: readonly string[], stdin = '') {
  const { stdout, stderr, status } = spawnSync(process.execPath, [MAIN, ...argv], {
    cwd: folder,
    encoding: 'utf8',
    input: stdin,
  });
  const acting = (text: string) =>
    [...text.matchAll(/[\0-\x08\v\f\r\x0e-\x1f\x7f-\x9f\p{Bidi_Control}]|^\s*::.*/gmu)].map(
      ([found]) => found,
    );
  return { status, acting: { stdout: acting(stdout), stderr: acting(stderr) }, isSilent: !stdout && !stderr };
}

const HARMLESS = { acting: { stdout: [], stderr: [] }, isSilent: false };

describe.each(Object.keys(FORMATS).filter((format) => format !== 'github'))('--format=%s', (format) => {
  test.each([
    [join(ODD, `${ODD}.yaml`)],
    [ODD],
    ['pod.yaml'],
    ['broken.yaml'],
    [`${ODD}.nope`],
    ...COMMANDS.map((name) => [`${name}.yaml`]),
  ])('shows what is in %j', (file) => {
    expect(printed(['validate', '--no-config', `--format=${format}`, file])).toMatchObject(HARMLESS);
  });
});

test('--format=github writes commands of its own alone', () => {
  const { acting } = printed(['validate', '--no-config', '--format=github', ODD, 'pod.yaml', 'broken.yaml']);
  expect(acting.stderr).toEqual([]);
  expect(acting.stdout.length).toBeGreaterThan(3);
  for (const line of acting.stdout) {
    expect(line).toMatch(/^::(?:error|warning|notice) file=[^\p{Cc}]*::[^\p{Cc}]*$/u);
  }
});

test.each([
  ['validate', `--${ODD}`],
  ['validate', `--format=${ODD}`, 'pod.yaml'],
  ['validate', `--rule=${ODD}=off`, 'pod.yaml'],
  ['validate', `--kubernetes-version=${ODD}`, 'pod.yaml'],
  ['validate', `--config=${ODD}`, 'pod.yaml'],
  ['validate', '--config=config.yaml', 'pod.yaml'],
  ['validate', `--ignore=${ODD}`, ODD],
  ['validate', `--output=${ODD}`, 'pod.yaml'],
  ['validate', `--pod-security=${ODD}`, 'pod.yaml'],
  ['explain-rule', ODD],
  ['completion', ODD],
  ['help', ODD],
  [ODD],
  [`--${ODD}`],
  ['create', '-f', ODD, '--dry-run=client'],
  ['create', '-f', 'pod.yaml', '--dry-run=client'],
  ['create', '-f', 'pod.yaml', '--dry-run=server'],
  ['create', '-f', 'broken.yaml', '--dry-run=client'],
  ['create', '-f', 'config-map.yaml', '--dry-run=client', '-o', 'yaml'],
  ['create', '-f', 'config-map.yaml', '--dry-run=client', '-o', 'json'],
  ['create', '-f', 'config-map.yaml', '--dry-run=client', '-o', 'name'],
  ['create', '-f', 'config-map.yaml', '--dry-run=client', '-o', ODD],
  ['create', `--${ODD}`],
  ['create', ODD],
  ['run', ODD, '--image=nginx', '--dry-run=client'],
  ['run', 'a', `--image=${ODD}`, '--dry-run=client', '-o', 'yaml'],
  ['label', '-f', 'pod.yaml', '--local', `${ODD}=a`],
  ['annotate', '-f', 'pod.yaml', '--local', `a=${ODD}`, '-o', 'yaml'],
  ['patch', '-f', 'pod.yaml', '--local', '-p', ODD],
  ['set', 'image', '-f', 'pod.yaml', '--local', `${ODD}=a`],
  ['create', '-f', 'config-map.yaml', '--dry-run=client', '-o', 'kyaml'],
  ['create', '-f', 'config-map.yaml', '--dry-run=client'],
  ['create', '-f', 'config-map.yaml', '--dry-run=client', '-o', 'go-template={{.data.a}}'],
  ['create', 'configmap', 'a', `--from-literal=a=${ODD}`, '--dry-run=client', '-o', 'yaml'],
  ['create', 'configmap', 'a', `--from-file=${ODD}`, '--dry-run=client'],
])('%j %j %j', (...argv) => {
  const {
    acting: { stdout, stderr },
    isSilent,
  } = printed(argv);
  expect(isSilent).toBe(false);
  expect(stderr).toEqual([]);
  expect(stdout).toEqual([]);
});

test('templates print control characters as signs', () => {
  const { acting } = printed([
    'create',
    '-f',
    'config-map.yaml',
    '--dry-run=client',
    '-o',
    'jsonpath={.data.a}',
  ]);
  expect(acting).toEqual({ stdout: [], stderr: [] });
});

test.each(['yaml', 'kyaml', 'json'])('what is escaped in %s means the same', (form) => {
  // kubectl's YAML of what it creates may not contain them.
  const odd = form === 'yaml' ? ODD.replace(/[\x7f-\x84\x86-\x9f]/g, '') : ODD;
  const text = [
    '\u202eab',
    odd,
    `x\n ${COMMANDS.join('\n\t')}`,
    `${'word '.repeat(30)}${COMMANDS.join(' ')}`,
  ].join('\n');
  const create = (argv: readonly string[], input = '') =>
    spawnSync(process.execPath, [MAIN, 'create', ...argv, '--dry-run=client', `-o=${form}`], {
      cwd: folder,
      encoding: 'utf8',
      input,
    }).stdout;
  const once = create([
    'configmap',
    'a',
    `--from-literal=a=${text}`,
    `--from-literal=b=${'word '.repeat(20)}::error::x`,
  ]);
  expect(once).not.toMatch(/^\s*::|\p{Bidi_Control}/mu);
  const [document] = [...new Source(once).documents()];
  expect(document.value).toMatchObject({ data: { a: text, b: `${'word '.repeat(20)}::error::x` } });
});
