import type { Assembly } from '@jsii/spec';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { kubectlFlagsPage } from '../../tools/api-docs/kubectl/flags-page';
import { flagRows } from '../../tools/api-docs/kubectl/flag-rows';
import { CommandMethods, forArguments, inCode } from '../../tools/api-docs/kubectl/methods';

const ROOT = join(__dirname, '../..');
const assembly = JSON.parse(readFileSync(join(ROOT, '.jsii'), 'utf8')) as Assembly;
const page = readFileSync(join(ROOT, 'docs/kubectl-flags.md'), 'utf8');

test('the page is what the tables say', () => expect(page === kubectlFlagsPage(assembly)).toBe(true));

test('every method of Kubectl stands for a command, but the one that takes a manifest in place of a flag', () => {
  const { methods = [] } = assembly.types!['cdk8s-pod-patterns.Kubectl'] as {
    methods?: readonly { name: string }[];
  };
  const shown = [...page.matchAll(/^In code: \[`Kubectl\.(\w+)\(/gm)].map(([, name]) => name);
  expect(methods.map(({ name }) => name).filter((name) => !shown.includes(name))).toEqual(['createJobFrom']);
});

test('every link of the page leads to a heading', () => {
  const slug = (heading: string) =>
    heading
      .toLowerCase()
      .replace(/[^\w -]/g, '')
      .replaceAll(' ', '-');
  const headings = (text: string) => [...text.matchAll(/^#+ (.*)$/gm)].map(([, heading]) => slug(heading));
  const there = {
    '': headings(page),
    'api/kubectl.md': headings(readFileSync(join(ROOT, 'docs/api/kubectl.md'), 'utf8')),
  };
  const links = [...page.matchAll(/\]\(((?:api\/kubectl\.md)?)#([^)]+)\)/g)];
  expect(links.length).toBeGreaterThan(100);
  expect(
    links
      .filter(([, file, anchor]) => !there[file as keyof typeof there].includes(anchor))
      .map(([link]) => link),
  ).toEqual([]);
});

test.each([
  [
    'a shorthand, and no items',
    { output: { type: 'stringSlice', shorthand: 'o', usage: 'form' } },
    ['`-o`, `--output=[]`', 'stringSlice', 'form', ''],
  ],
  [
    'text',
    { cascade: { type: 'string', initial: 'background', usage: 'what', required: true } },
    ["`--cascade='background'`", 'string', 'what; **required**', ''],
  ],
  [
    'a duration',
    { timeout: { type: 'duration', initial: 90e9, usage: 'time', offline: 'ignored' } },
    ['`--timeout=1m30s`', 'duration', 'time; **no effect**', ''],
  ],
  [
    'minors',
    { cpu: { type: 'int32', usage: 'cpu', since: 34, until: 35 } },
    ['`--cpu=0`', 'int32', 'cpu; **since 1.34**; **until 1.35**', ''],
  ],
  [
    'what is deprecated',
    {
      raw: {
        type: 'bool',
        usage: 'raw',
        deprecated: 'Use another.',
        deprecatedSince: 34,
        offline: 'refused',
      },
    },
    ['`--raw=false`', 'bool', 'raw; **deprecated since 1.34**; **not supported**', ''],
  ],
] as const)('a row shows %s', (_, flags, row) => expect(flagRows(flags, () => '')).toEqual([row]));

describe('in code', () => {
  const method = new CommandMethods(assembly).of('set subject')!;

  test('a command is a method with options', () => {
    expect(method).toEqual({
      name: 'setSubject',
      parameters: ['manifest', 'options'],
      options: 'KubectlSetSubjectOptions',
      members: ['groups', 'serviceAccounts', 'users', 'kubernetesVersion'],
    });
  });

  test('a flag is an option, maybe of another name, or a parameter, or nothing', () => {
    const patch = new CommandMethods(assembly).of('patch')!;
    expect(
      inCode('user', { type: 'stringArray', option: 'same', optionName: 'users', usage: '' }, method),
    ).toBe('users');
    expect(inCode('patch', { type: 'string', usage: '' }, patch)).toBe('patch');
    expect(inCode('local', { type: 'bool', usage: '' }, patch)).toBe('');
  });

  test('an option that the method does not have is told', () => {
    expect(() => inCode('user', { type: 'string', option: 'same', usage: '' }, method)).toThrow(
      '--user is to be user, which KubectlSetSubjectOptions does not have',
    );
  });

  test('the other options stand for arguments', () => {
    expect(
      forArguments({ user: { type: 'string', option: 'same', optionName: 'users', usage: '' } }, method),
    ).toEqual(['groups', 'serviceAccounts', 'kubernetesVersion']);
  });
});
