import { mkdirSync, mkdtempSync, readFileSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import { PodTemplate, type PodTemplateProps, RenderConfig, type RenderConfigOptions } from '../../lib';
import { ContainerRun } from '../support/container-run';
import { podErrors } from '../support/judged-pod';
import { describeInShells } from '../support/programs';
import { atLine } from '../support/at-line';

const main = { name: 'app', image: 'app' };
const options = {
  to: '/etc/app',
  templates: { 'app.conf': 'host=${HOST}\n' },
  env: [{ name: 'HOST', value: 'db' }],
};
const template = (given: RenderConfigOptions, props: Partial<PodTemplateProps> = {}) =>
  new PodTemplate({
    main,
    ...props,
    patterns: [new RenderConfig(given)],
  });

describe('RenderConfig', () => {
  test('an init container with the variables writes to a limited volume that main mounts read-only', () => {
    const { containers, initContainers, volumes } = template(options).toSpec();
    expect(containers[0].volumeMounts).toEqual([{ name: 'config', mountPath: '/etc/app', readOnly: true }]);
    expect(volumes).toEqual([{ name: 'config', emptyDir: { sizeLimit: '16Mi' } }]);
    expect(initContainers).toEqual([
      expect.objectContaining({
        name: 'render-config',
        env: options.env,
        args: ['HOST', '/mnt/render-config', '', 'app.conf', 'host=${HOST}\n'],
        volumeMounts: [{ name: 'config', mountPath: '/mnt/render-config' }],
      }),
    ]);
  });

  test('every default can be replaced', () => {
    const { containers, initContainers, volumes } = template({
      to: '/c',
      source: { name: 'templates', configMap: { name: 't' } },
      envFrom: [{ secretRef: { name: 's' } }],
      variables: ['A', 'B'],
      readOnly: false,
      sizeLimit: Size.mebibytes(1),
      name: 'render',
      image: 'alpine:3',
      resources: {},
      securityContext: {},
    }).toSpec();
    expect(containers[0].volumeMounts).toEqual([{ name: 'config', mountPath: '/c' }]);
    expect(volumes).toEqual([
      { name: 'config', emptyDir: { sizeLimit: '1Mi' } },
      { name: 'templates', configMap: { name: 't' } },
    ]);
    expect(initContainers).toEqual([
      expect.objectContaining({
        name: 'render',
        image: 'alpine:3',
        resources: {},
        securityContext: {},
        envFrom: [{ secretRef: { name: 's' } }],
        args: ['A B', '/mnt/render-config', '/mnt/render-config-source'],
        volumeMounts: [
          { name: 'config', mountPath: '/mnt/render-config' },
          { name: 'templates', mountPath: '/mnt/render-config-source', readOnly: true },
        ],
      }),
    ]);
  });

  test('a container of your own gets the mounts and variables', () => {
    const own = {
      name: 'gomplate',
      image: 'hairyhenderson/gomplate:v4',
      args: ['--input-dir=/mnt/render-config-source', '--output-dir=/mnt/render-config'],
    };
    expect(template({ ...options, templates: undefined, container: own }).initContainers).toEqual([
      { ...own, env: options.env, volumeMounts: [{ name: 'config', mountPath: '/mnt/render-config' }] },
    ]);
  });

  test('several stack, under the restricted level', () => {
    const patterns = [new RenderConfig(options), new RenderConfig({ ...options, to: '/etc/other' })];
    expect(new PodTemplate({ main, patterns }).initContainers.map(({ name }) => name)).toEqual([
      'render-config',
      'render-config-2',
    ]);
    expect(podErrors(patterns)).toEqual([]);
  });

  test.each<[RenderConfigOptions, string]>([
    [{ to: 'a', templates: { a: '' } }, '"to" is "a": use an absolute path'],
    [{ to: '/a' }, 'nothing to render: set "templates", or a "source" volume'],
    [{ to: '/a', templates: { 'a/b': '' } }, '"templates" contains "a/b": use a file name'],
    [
      { to: '/a', templates: { a: '' }, env: [{ name: 'my.key', value: '' }] },
      '"my.key" is not a valid shell variable name',
    ],
  ])('%j is refused', (given, message) => {
    expect(() => template(given)).toThrow(atLine(`RenderConfig: ${message}`));
  });
});

const folder = () => mkdtempSync(join(tmpdir(), 'render-'));
const HOSTILE = [
  'a b',
  "it's",
  '"',
  '$(touch x)',
  '`id`',
  '${B}',
  '$A',
  '&',
  '\\',
  '\\n',
  '\\\\1',
  'new\nline',
  '-v',
  'ü',
  '*',
  '/|#',
  '',
  '0x10',
  '%s',
];

describeInShells('in', (shell) => {
  async function render(
    given: Partial<RenderConfigOptions>,
    env: { readonly [name: string]: string },
    from = '',
  ) {
    const to = folder();
    const [container] = template({ to: '/to', ...given }).initContainers;
    const [names, , , ...texts] = container.args!;
    const run = new ContainerRun(
      { ...container, args: [names, to, from, ...texts] },
      { ...shell, env: { ...shell.env, ...env } },
    );
    const { code } = await run.end();
    return {
      code,
      stderr: run.stderr,
      stdout: run.stdout.replaceAll(to, ''),
      files: (name: string) => readFileSync(join(to, name), 'utf8'),
      names: readdirSync(to),
    };
  }

  test('values are put in as they are, and not read again', async () => {
    await Promise.all(
      HOSTILE.map(async (value) => {
        const { code, stderr, files } = await render(
          { templates: { f: '<${A}${B}> ${A}' }, variables: ['A', 'B'] },
          { A: value, B: 'b' },
        );
        expect([code, stderr, files('f')]).toEqual([0, '', `<${value}b> ${value}`]);
      }),
    );
  });

  test('all but the named variables stays, to the byte', async () => {
    const text = '$A ${A ${B} ${HOME} $${A} ${A:-x} \\${A} `id` $(id) & \\n "\' ü\r\n\n\n}${${A}';
    const { files } = await render(
      { templates: { f: text, 'no end': 'a', empty: '', line: '\n' }, variables: ['A'] },
      { A: '1', B: '2' },
    );
    expect(files('f')).toBe('$A ${A ${B} ${HOME} $1 ${A:-x} \\1 `id` $(id) & \\n "\' ü\r\n\n\n}${1');
    expect([files('no end'), files('empty'), files('line')]).toEqual(['a', '', '\n']);
  });

  test('names of variables that the script might use', async () => {
    const env = { names: '1', to: '2', file: '3', name: '4', rest: '5', IFS: ' ' };
    const { files } = await render(
      {
        templates: { f: '${names}${to}${file}${name}${rest}' },
        variables: ['names', 'to', 'file', 'name', 'rest'],
      },
      env,
    );
    expect(files('f')).toBe('12345');
  });

  test('files of any name, of a ConfigMap volume', async () => {
    const from = folder();
    const names = ['a b', "it's", '$(touch x)', '-n', 'a=b', 'ü', '.hidden', 'new\nline', '*', '\\n'];
    mkdirSync(join(from, '..1', 'sub'), { recursive: true });
    symlinkSync('..1', join(from, '..data'));
    for (const name of names) {
      writeFileSync(join(from, '..1', name), `${name} \${A}`);
      symlinkSync(`..data/${name}`, join(from, name));
    }
    writeFileSync(join(from, '..1', 'sub', 'deep'), '${A}\n\n');
    symlinkSync('..data/sub', join(from, 'sub'));
    const result = await render({ templates: { '-inline': '${A}' }, variables: ['A'] }, { A: 'x' }, from);
    expect([result.code, result.stderr, result.names.sort()]).toEqual([
      0,
      '',
      [...names, 'sub', '-inline'].sort(),
    ]);
    for (const name of names) expect(result.files(name)).toBe(`${name} x`);
    expect([result.files('sub/deep'), result.files('-inline')]).toEqual(['x\n\n', 'x']);
  });

  test('a variable that is not set ends it with its name', async () => {
    expect(await render({ templates: { f: '' }, variables: ['MISSING'] }, {})).toMatchObject({
      code: 1,
      stdout: '',
      stderr: 'render-config: the variable MISSING is not set\n',
    });
  });
});
