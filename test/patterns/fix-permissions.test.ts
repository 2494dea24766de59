import { chmodSync, lstatSync, mkdirSync, mkdtempSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  FixPermissions,
  type FixPermissionsOptions,
  InitGate,
  Dependency,
  PodTemplate,
  type PodTemplateProps,
} from '../../lib';
import { ContainerRun } from '../support/container-run';
import { podErrors, restrictedMain } from '../support/judged-pod';
import { ROOT_USER, testWith } from '../support/needs';
import { describeInShells } from '../support/programs';
import { atLine } from '../support/at-line';

const volumeMounts = [{ name: 'data', mountPath: '/data', readOnly: true }];
const volumes = [{ name: 'data', persistentVolumeClaim: { claimName: 'data' } }];
const main = { name: 'app', image: 'app', volumeMounts };
const template = (options: FixPermissionsOptions, props: Partial<PodTemplateProps> = {}) =>
  new PodTemplate({
    main,
    volumes,
    ...props,
    patterns: [new FixPermissions(options)],
  });

describe('FixPermissions', () => {
  test('fsGroup is a setting of the Pod, beside those that are there, and needs no container', () => {
    expect(template({ fsGroup: 1000 }, { securityContext: { runAsUser: 5 } }).toSpec()).toEqual({
      containers: [main],
      volumes,
      securityContext: { runAsUser: 5, fsGroup: 1000, fsGroupChangePolicy: 'OnRootMismatch' },
    });
    expect(template({ fsGroup: 1, fsGroupChangePolicy: 'Always' }).toSpec().securityContext).toEqual({
      fsGroup: 1,
      fsGroupChangePolicy: 'Always',
    });
  });

  test('otherwise root with the capabilities that are needed, before all others', () => {
    const { initContainers, securityContext } = template(
      { paths: ['/data/sub'], user: 1000, group: 1000, mode: 'u+rwX' },
      { initContainers: [{ name: 'own' }] },
    ).toSpec();
    expect(securityContext).toBeUndefined();
    expect(initContainers).toEqual([
      expect.objectContaining({
        name: 'fix-permissions',
        args: ['1000', '1000', 'u+rwX', '/data/sub'],
        volumeMounts: [{ name: 'data', mountPath: '/data' }],
        securityContext: expect.objectContaining({
          runAsUser: 0,
          readOnlyRootFilesystem: true,
          allowPrivilegeEscalation: false,
          capabilities: { drop: ['ALL'], add: ['CHOWN', 'DAC_OVERRIDE', 'FOWNER', 'FSETID'] },
        }),
      }),
      { name: 'own' },
    ]);
    expect(
      template({ paths: ['/data'], mode: 'a+r' }).initContainers[0].securityContext!.capabilities!.add,
    ).toEqual(['DAC_OVERRIDE', 'FOWNER', 'FSETID']);
    expect(
      template({ paths: ['/data'], user: 0 }).initContainers[0].securityContext!.capabilities!.add,
    ).toEqual(['CHOWN', 'DAC_OVERRIDE']);
  });

  test('every default can be replaced', () => {
    expect(
      template({
        paths: ['/data'],
        user: 1,
        name: 'chown',
        image: 'alpine:3',
        resources: {},
        securityContext: { runAsUser: 0 },
      }).initContainers,
    ).toEqual([
      expect.objectContaining({
        name: 'chown',
        image: 'alpine:3',
        resources: {},
        securityContext: { runAsUser: 0 },
      }),
    ]);
  });

  test('fsGroup is under the restricted level, a container under the baseline', () => {
    const props = { main: { ...restrictedMain, volumeMounts }, volumes };
    const paths = ['/data'];
    expect(
      podErrors([new FixPermissions({ fsGroup: 1000 }), new FixPermissions({ fsGroup: 1000 })], props),
    ).toEqual([]);
    const patterns = [
      new InitGate({ waitFor: [Dependency.tcp('db', 1)] }),
      new FixPermissions({ paths, user: 1 }),
      new FixPermissions({ paths, mode: '0750' }),
    ];
    expect(podErrors(patterns, props, 'baseline')).toEqual([]);
    expect(podErrors(patterns, props)).not.toEqual([]);
  });

  test.each<[FixPermissionsOptions, string]>([
    [{}, 'nothing to do: set "fsGroup", or "paths" for volumes that ignore it'],
    [{ paths: ['/data'] }, '"paths" requires "user", "group" or "mode"'],
    [{ fsGroup: 1, user: 1 }, '"user", "group" and "mode" require "paths"'],
    [{ paths: ['data'], user: 1 }, '"paths" is "data": use an absolute path'],
    [{ paths: ['/data'], user: -1 }, '"user" is -1: use an integer'],
    [{ paths: ['/data'], mode: '9' }, '"mode" is "9": use a mode for chmod'],
    [{ paths: ['/other'], user: 1 }, 'container "app" has no mount at "/other": mount a volume there first'],
  ])('%j is refused', (options, message) => {
    expect(() => template(options)).toThrow(atLine(`FixPermissions: ${message}`));
  });

  test('another fsGroup is refused', () => {
    expect(() => template({ fsGroup: 1 }, { securityContext: { fsGroup: 2 } })).toThrow(
      'the Pod already has fsGroup 2, which conflicts with 1: use one of them',
    );
  });
});

const NAMES = ['a b', "it's", '"', '$(touch x)', '-R', 'ü', 'new\nline', '*', '`id`', '.hidden'];

describeInShells('in', (shell) => {
  async function fix(paths: string[], options: Partial<FixPermissionsOptions>) {
    const mounts = paths.map((mountPath, index) => ({ name: `v${index}`, mountPath }));
    const run = new ContainerRun(
      template({ paths, ...options }, { main: { ...main, volumeMounts: mounts } }).initContainers[0],
      shell,
    );
    return { code: (await run.end()).code, stderr: run.stderr };
  }

  function folders() {
    return NAMES.map((name) => {
      const path = join(mkdtempSync(join(tmpdir(), 'permissions-')), name);
      mkdirSync(path);
      writeFileSync(join(path, name), '', { mode: 0o600 });
      return path;
    });
  }

  test('modes of files of any name, but not of what links lead to', async () => {
    const paths = folders();
    const outside = join(mkdtempSync(join(tmpdir(), 'outside-')), 'file');
    writeFileSync(outside, '', { mode: 0o600 });
    paths.forEach((path) => symlinkSync(outside, join(path, 'link')));
    chmodSync(outside, 0o600);
    expect(await fix(paths, { mode: 'a+rX' })).toEqual({ code: 0, stderr: '' });
    expect(paths.map((path, index) => statSync(join(path, NAMES[index])).mode & 0o777)).toEqual(
      NAMES.map(() => 0o644),
    );
    expect(statSync(outside).mode & 0o777).toBe(0o600);
  });

  testWith([ROOT_USER], 'owners, of links too, but not of what they lead to', async () => {
    const paths = folders();
    const outside = mkdtempSync(join(tmpdir(), 'outside-'));
    symlinkSync(outside, join(paths[0], 'link'));
    expect(await fix(paths, { user: 1234, group: 4321 })).toEqual({ code: 0, stderr: '' });
    const owner = (path: string) => [lstatSync(path).uid, lstatSync(path).gid];
    expect([
      ...paths.map((path, index) => owner(join(path, NAMES[index]))),
      owner(join(paths[0], 'link')),
    ]).toEqual([...NAMES, 'link'].map(() => [1234, 4321]));
    expect(owner(outside)).toEqual([0, 0]);
  });

  test('what is missing ends it with a message', async () => {
    expect(await fix(['/nowhere/at-all'], { mode: 'a+r' })).toEqual({
      code: 1,
      stderr: 'fix-permissions: there is no /nowhere/at-all\n',
    });
  });
});
