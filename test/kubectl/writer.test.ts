import { execFileSync, spawnSync } from 'node:child_process';
import { Kubectl } from '../../lib';
import { programs, testWith, which } from '../support/needs';
import { printed } from '../support/kubectl';

/** Scalars that YAML takes for something else, that need quotes, or that have to be folded. */
const SCALARS: readonly string[] = [
  ...[
    '',
    ' a',
    'a ',
    'a\tb',
    '\ta',
    'a\nb',
    'a\nb\n',
    '\na',
    'a\n\n',
    'a \nb',
    ' a\nb',
    '\n',
    'a\n b',
    'a\n ',
  ],
  ...['a\rb', 'a\r\nb', '\x01', 'a\x07b', '\x1b[0m', 'a\nb\x01', '\x85', 'a\x85b', 'a\x85 b', '\xa0', '\xad'],
  ...['\u200b', '\u2028', 'a\u2028b', 'a\u2029b', 'a\u2028 b', '\ufeff', 'a\ufeffb', '\ufffd', '\ue000'],
  ...['\u{1f600}', 'a\n\u{1f600}', '\u{10ffff}', 'é', '日本', '\u0300a', '\u200d'],
  ...[
    'null',
    'Null',
    'nULL',
    '~',
    '~a',
    'true',
    'True',
    'tRUE',
    'yes',
    'y',
    'Y',
    'on',
    'off',
    'no',
    'n',
    'N',
  ],
  ...[
    '0',
    '-1',
    '+1',
    '-0',
    '1.0',
    '1.10',
    '1e3',
    '.5',
    '5.',
    '+.5',
    '0x1F',
    '0X1F',
    '0o17',
    '017',
    '08',
    '0b11',
  ],
  ...['0b2', '1_000', '12:30', '12:30:45', '190:20:30', '1:59:59.5', '.inf', '-.inf', '.nan', 'inf', '1e400'],
  ...['9223372036854775808', '18446744073709551616', '0x1p-2', '.', '..', '.a', '1,000', '20260131'],
  ...['2026-01-31', '2026-1-1', '2026-01-31T12:00:00Z', '2001-12-14 21:59:43.10 -5', '1\n', 'true\n'],
  ...[
    '=',
    '<<',
    '<',
    '?',
    '-',
    '--',
    '---',
    '...',
    '--- a',
    '- a',
    '? a',
    'a: b',
    'a:',
    'a:b',
    ':a',
    ':',
    '#',
  ],
  ...['#a', 'a #b', 'a#b', '&a', '*a', '!a', '!!str a', '|', '>', '%a', '@a', '`a', '"', '"a"', "'", "it's"],
  ...['{', '}', '{a}', '[a]', '[', ',', 'a,b', '\\', 'a\\nb', 'key: |\n  x\n', '- a\n- b', '#a\nb'],
  ...[
    'x'.repeat(200),
    'word '.repeat(40),
    'word '.repeat(40).trim(),
    `a${' '.repeat(100)}b`,
    'it: '.repeat(40),
  ],
  ...['é '.repeat(60).trim(), '\u{1f600} '.repeat(60).trim(), `${'x'.repeat(300)}\n${'y z '.repeat(60)}`],
];

const CREATE = ['create', 'configmap', 'a', '--dry-run=client', '-o', 'yaml'];
const ALL = [...CREATE, ...SCALARS.map((text, index) => `--from-literal=k${index}=${text}`)];

const versionOf = (kubectl: string) =>
  /"minor": "(\d+)/.exec(
    execFileSync(kubectl, ['version', '--client', '-o', 'json'], { encoding: 'utf8' }),
  )![1];

testWith(programs('kubectl'), 'scalars are written as the kubectl at hand writes them', () => {
  const kubectl = which('kubectl')!;
  const { stdout } = spawnSync(kubectl, ALL, { encoding: 'utf8' });
  expect(printed([`--kubernetes-version=1.${versionOf(kubectl)}`, ...ALL]).stdout).toBe(stdout);
});

/** Recorded from kubectl 1.32. */
describe('characters that YAML does not allow', () => {
  test.each(['\x7f', 'a\x80', '\x84', '\x86', 'a\x9fb', '\ufffe', '\uffff', 'a\nb\x7f'])(
    '%j is refused',
    (text) => {
      expect(printed([...CREATE, `--from-literal=k=${text}`])).toEqual({
        code: 1,
        stdout: '',
        stderr: 'error: yaml: control characters are not allowed\n',
      });
      expect(() => Kubectl.createConfigMap('a', { fromLiteral: { k: text } }).toYaml()).toThrow(
        'yaml: control characters are not allowed',
      );
    },
  );

  it('are no matter for JSON', () => {
    expect(printed([...CREATE.slice(0, -1), 'json', '--from-literal=k=\x7f'])).toMatchObject({ code: 0 });
  });
});

/** Recorded from kubectl 1.32: it has the flag, and does nothing about it. */
test.each(['clusterip', 'nodeport', 'loadbalancer', 'externalname'])(
  'create service %s does not save its configuration',
  (type) => {
    const argv = [
      'create',
      'service',
      type,
      'a',
      '--tcp=80',
      '--external-name=a.b',
      '--dry-run=client',
      '-o',
      'yaml',
    ];
    const given = type === 'externalname' ? argv : argv.filter((flag) => !flag.startsWith('--external-name'));
    const plain = printed(given);
    expect(plain).toMatchObject({ code: 0 });
    expect(printed([...given, '--save-config'])).toEqual(plain);
  },
);
