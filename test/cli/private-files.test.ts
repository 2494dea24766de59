import {
  chownSync,
  closeSync,
  lstatSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBeside, ownFile, ownFolder, replaceFile } from '../../lib/cli/private-files';
import { ROOT_USER, testWith } from '../support/needs';

jest.mock('node:crypto', () => {
  const crypto = jest.requireActual<typeof import('node:crypto')>('node:crypto');
  return { ...crypto, randomBytes: jest.fn(crypto.randomBytes) };
});
const { randomBytes } = jest.requireMock<{ readonly randomBytes: jest.Mock }>('node:crypto');

const NOBODY = 65_534;

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'private-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

test('temporary files have names that nobody foresees', () => {
  const [first, second] = [createBeside(join(folder, 'a')), createBeside(join(folder, 'a'))];
  expect(first.path).not.toBe(second.path);
  [first, second].forEach(({ descriptor }) => closeSync(descriptor));
});

test('even where the name is foreseen, a planted link is not followed', () => {
  randomBytes.mockReturnValueOnce(Buffer.alloc(8)).mockReturnValueOnce(Buffer.alloc(8));
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'precious');
  symlinkSync(victim, join(folder, `.pod-patterns-${'00'.repeat(8)}.tmp`));
  expect(() => createBeside(join(folder, 'a'))).toThrow('EEXIST');
  expect(() => replaceFile(join(folder, 'a'), Buffer.from('planted'))).toThrow('EEXIST');
  expect(readFileSync(victim, 'utf8')).toBe('precious');
});

test('a link in the place of a file is replaced, and what it leads to stays', () => {
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'precious');
  symlinkSync(victim, join(folder, 'kept'));
  replaceFile(join(folder, 'kept'), Buffer.from('own'));
  expect([readFileSync(victim, 'utf8'), readFileSync(join(folder, 'kept'), 'utf8')]).toEqual([
    'precious',
    'own',
  ]);
  expect(lstatSync(join(folder, 'kept')).mode & 0o777).toBe(0o600);
  expect(readdirSync(folder).sort()).toEqual(['kept', 'victim']);
});

testWith([ROOT_USER], 'files and folders of another user are not trusted', () => {
  const [file, own] = [join(folder, 'file'), join(folder, 'own')];
  writeFileSync(file, 'code', { mode: 0o600 });
  mkdirSync(own, { mode: 0o700 });
  expect([ownFile(file)?.toString(), ownFolder(own)]).toEqual(['code', true]);
  for (const path of [file, own]) chownSync(path, NOBODY, NOBODY);
  expect([ownFile(file), ownFolder(own)]).toEqual([undefined, false]);
});
