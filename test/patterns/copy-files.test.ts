import {
  chmodSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  readlinkSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Size } from 'cdk8s';
import { CopyFiles, type CopyFilesOptions, LogSidecar, PodTemplate, type PodTemplateProps } from '../../lib';
import { ContainerRun } from '../support/container-run';
import { podErrors } from '../support/judged-pod';
import { describeInShells } from '../support/programs';
import { atLine } from '../support/at-line';

const main = { name: 'app', image: 'app' };
const options = { image: 'plugins:1', from: ['/plugins/'], to: '/opt/app/plugins' };
const template = (given: CopyFilesOptions, props: Partial<PodTemplateProps> = {}) =>
  new PodTemplate({ main, ...props, patterns: [new CopyFiles(given)] });

describe('CopyFiles', () => {
  test('an init container fills a limited volume that main mounts read-only', () => {
    const { containers, initContainers, volumes } = template(options).toSpec();
    expect(containers).toEqual([
      { ...main, volumeMounts: [{ name: 'files', mountPath: '/opt/app/plugins', readOnly: true }] },
    ]);
    expect(volumes).toEqual([{ name: 'files', emptyDir: { sizeLimit: '256Mi' } }]);
    expect(initContainers).toEqual([
      expect.objectContaining({
        name: 'copy-files',
        image: 'plugins:1',
        args: ['/mnt/copy-files', '', '/plugins/'],
        volumeMounts: [{ name: 'files', mountPath: '/mnt/copy-files' }],
      }),
    ]);
    expect(initContainers![0]).not.toHaveProperty('restartPolicy');
  });

  test('every default can be replaced', () => {
    const { containers, initContainers, volumes } = template({
      ...options,
      mode: 'a+rX',
      readOnly: false,
      sizeLimit: Size.gibibytes(1),
      name: 'plugins',
      resources: {},
      securityContext: { runAsUser: 5 },
    }).toSpec();
    expect(containers[0].volumeMounts).toEqual([{ name: 'files', mountPath: '/opt/app/plugins' }]);
    expect(initContainers).toEqual([
      expect.objectContaining({ name: 'plugins', resources: {}, securityContext: { runAsUser: 5 } }),
    ]);
    expect(volumes).toEqual([{ name: 'files', emptyDir: { sizeLimit: '1024Mi' } }]);
  });

  test('a volume is the source: paths are those in it', () => {
    const { initContainers, volumes } = template({
      source: { name: 'defaults', configMap: { name: 'defaults' } },
      from: ['/', '/app.yaml'],
      to: '/etc/app',
    }).toSpec();
    expect(volumes!.map(({ name }) => name)).toEqual(['files', 'defaults']);
    expect(initContainers).toEqual([
      expect.objectContaining({
        image: 'busybox:1.37',
        args: ['/mnt/copy-files', '', '/mnt/copy-files-source/', '/mnt/copy-files-source/app.yaml'],
        volumeMounts: [
          { name: 'files', mountPath: '/mnt/copy-files' },
          { name: 'defaults', mountPath: '/mnt/copy-files-source', readOnly: true },
        ],
      }),
    ]);
  });

  test('a mount that main has there, or above, is used as it is', () => {
    const volumeMounts = [{ name: 'data', mountPath: '/opt/app/', subPath: 'x', readOnly: true }];
    const { containers, initContainers, volumes } = template(options, {
      main: { ...main, volumeMounts },
      volumes: [{ name: 'data' }],
    }).toSpec();
    expect(containers[0].volumeMounts).toEqual(volumeMounts);
    expect(initContainers![0].args![0]).toBe('/mnt/copy-files/plugins');
    expect(initContainers![0].volumeMounts).toEqual([
      { name: 'data', mountPath: '/mnt/copy-files', subPath: 'x' },
    ]);
    expect(volumes).toHaveLength(1);
  });

  test('several stack, without a name in common', () => {
    const pod = new PodTemplate({
      main,
      patterns: [
        new CopyFiles(options),
        new CopyFiles({ ...options, to: '/srv' }),
        new CopyFiles({ ...options, from: ['/more'] }),
      ],
    });
    expect(pod.initContainers.map(({ name, volumeMounts }) => [name, volumeMounts![0].name])).toEqual([
      ['copy-files', 'files'],
      ['copy-files-2', 'files-2'],
      ['copy-files-3', 'files'],
    ]);
  });

  test('sidecars added later and init containers of the Pod find the files', () => {
    const pod = new PodTemplate({
      main,
      initContainers: [{ name: 'own' }],
      patterns: [new CopyFiles(options), new LogSidecar({ files: ['/var/log/app/a.log'] })],
    });
    expect(pod.initContainers.map(({ name }) => name)).toEqual(['copy-files', 'log-sidecar', 'own']);
  });

  test('a container of your own gets only what it lacks', () => {
    const own = { name: 'own', image: 'own:1', args: ['--to=/mnt/copy-files'] };
    expect(template({ from: ['/a'], to: '/b', container: own }).initContainers).toEqual([
      { ...own, volumeMounts: [{ name: 'files', mountPath: '/mnt/copy-files' }] },
    ]);
  });

  test('it is under the restricted level where main is', () => {
    expect(
      podErrors([
        new CopyFiles(options),
        new CopyFiles({ source: { name: 's', configMap: { name: 's' } }, from: ['/'], to: '/s' }),
      ]),
    ).toEqual([]);
  });

  test.each([
    [{ ...options, from: [] }, 'CopyFiles: "from" is empty: specify the files and directories to copy'],
    [{ ...options, from: ['a'] }, 'CopyFiles: "from" contains "a": use an absolute path'],
    [{ ...options, from: ['/a/..'] }, 'CopyFiles: "from" contains "/a/..": use an absolute path'],
    [{ ...options, from: ['/'] }, 'CopyFiles: "from" contains "/", the whole image'],
    [{ ...options, to: '/' }, 'CopyFiles: "to" is "/": use an absolute path below "/"'],
    [{ ...options, to: 'b' }, 'CopyFiles: "to" is "b": use an absolute path below "/"'],
    [{ ...options, mode: 'rwx' }, 'CopyFiles: "mode" is "rwx": use a mode for chmod'],
    [
      { from: ['/a'], to: '/b' },
      'CopyFiles: nothing to copy from: set the "image" that contains the files, or a "source" volume',
    ],
  ])('%j is refused', (given, message) => {
    expect(() => new CopyFiles(given)).toThrow(atLine(message));
  });
});

const folder = () => mkdtempSync(join(tmpdir(), 'copy-'));
const NAMES = [
  'a b',
  "it's",
  '"quoted"',
  '$(touch pwned)',
  '$HOME',
  '$$',
  '`id`',
  '-rf',
  '.hidden',
  '..double',
  'ü',
  'new\nline',
  '*',
  '\\n',
];

describeInShells('in', (shell) => {
  /** Runs the init container as if the volume were mounted at a folder of this machine. */
  async function copy(from: string[], to: string, mode?: string) {
    const [container] = template({ image: 'x', from, to: '/to', mode }).initContainers;
    const run = new ContainerRun({ ...container, args: [to, ...container.args!.slice(1)] }, shell);
    return { code: (await run.end()).code, stdout: run.stdout, stderr: run.stderr };
  }

  test('files and directories by their names, and what directories hold, whatever they are called', async () => {
    const [from, to] = [folder(), folder()];
    for (const name of NAMES) {
      mkdirSync(join(from, 'in', name), { recursive: true });
      writeFileSync(join(from, 'in', name, name), name);
      writeFileSync(join(from, name), name);
    }
    const given = [join(from, 'in/'), ...NAMES.map((name) => join(from, 'in', name, name))];
    expect(await copy([join(from, 'in/'), join(from, 'in')], to)).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(to).sort()).toEqual([...NAMES, 'in'].sort());
    for (const name of NAMES) expect(readFileSync(join(to, name, name), 'utf8')).toBe(name);
    expect(readFileSync(join(to, 'in', 'ü', 'ü'), 'utf8')).toBe('ü');
    const single = join(folder(), 'made');
    expect(await copy(given.slice(1), single)).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(single).sort()).toEqual([...NAMES].sort());
  });

  test('again over what was copied, read-only files and links among it', async () => {
    const [from, to] = [folder(), folder()];
    writeFileSync(join(from, 'read-only'), 'old', { mode: 0o444 });
    mkdirSync(join(from, 'lib'));
    symlinkSync('read-only', join(from, 'link'));
    symlinkSync('nowhere', join(from, 'dangling'));
    expect(await copy([`${from}/`], to, 'u+rX')).toMatchObject({ code: 0, stderr: '' });
    chmodSync(join(from, 'read-only'), 0o644);
    writeFileSync(join(from, 'read-only'), 'new');
    expect(await copy([`${from}/`], to, 'u+rX')).toMatchObject({
      code: 0,
      stderr: '',
      stdout: `copied ${from}/\n`,
    });
    expect(readFileSync(join(to, 'read-only'), 'utf8')).toBe('new');
    expect([readlinkSync(join(to, 'link')), readlinkSync(join(to, 'dangling'))]).toEqual([
      'read-only',
      'nowhere',
    ]);
  });

  test('modes are those of the originals, or as asked', async () => {
    const [from, to, changed] = [folder(), folder(), folder()];
    mkdirSync(join(from, 'bin'));
    for (const [name, mode] of [
      ['bin/run', 0o775],
      ['secret', 0o600],
    ] as const) {
      writeFileSync(join(from, name), '');
      chmodSync(join(from, name), mode);
    }
    await copy([`${from}/`], to);
    await copy([`${from}/`], changed, 'go-w,a+rX');
    const modes = (root: string) =>
      ['bin/run', 'secret'].map((name) => (statSync(join(root, name)).mode & 0o777).toString(8));
    expect([modes(to), modes(changed)]).toEqual([
      ['775', '600'],
      ['755', '644'],
    ]);
  });

  test('of a ConfigMap volume the files, not its links', async () => {
    const [from, to] = [folder(), folder()];
    mkdirSync(join(from, '..2024', 'sub'), { recursive: true });
    writeFileSync(join(from, '..2024', 'app.yaml'), 'a: 1');
    writeFileSync(join(from, '..2024', 'sub', 'deep'), 'deep');
    symlinkSync('..2024', join(from, '..data'));
    symlinkSync('..data/app.yaml', join(from, 'app.yaml'));
    symlinkSync('..data/sub', join(from, 'sub'));
    expect(await copy([`${from}/`], to)).toMatchObject({ code: 0, stderr: '' });
    expect(readdirSync(to).sort()).toEqual(['app.yaml', 'sub']);
    expect(lstatSync(join(to, 'app.yaml')).isFile() && lstatSync(join(to, 'sub')).isDirectory()).toBe(true);
    rmSync(join(to, 'app.yaml'));
    expect(await copy([join(from, 'app.yaml')], to)).toMatchObject({ code: 0 });
    expect(lstatSync(join(to, 'app.yaml')).isFile()).toBe(true);
  });

  test('what is missing ends it with a message', async () => {
    const to = folder();
    expect(await copy(['/nowhere/a'], to)).toMatchObject({
      code: 1,
      stderr: expect.stringContaining('copy-files: cannot copy /nowhere/a\n'),
    });
    expect(await copy(['/nowhere/'], to)).toEqual({
      code: 1,
      stdout: '',
      stderr: 'copy-files: there is no directory /nowhere/\n',
    });
  });
});
