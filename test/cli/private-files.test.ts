import {
  chownSync,
  closeSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createBeside, createPrivateFolder } from '../../lib/cli/private-files';
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
  randomBytes.mockReturnValueOnce(Buffer.alloc(8));
  const victim = join(folder, 'victim');
  writeFileSync(victim, 'precious');
  symlinkSync(victim, join(folder, `.pod-patterns-${'00'.repeat(8)}.tmp`));
  expect(() => createBeside(join(folder, 'a'))).toThrow('EEXIST');
  expect(readFileSync(victim, 'utf8')).toBe('precious');
});

testWith([ROOT_USER], 'a folder of another user is not trusted', () => {
  const own = join(folder, 'own');
  mkdirSync(own, { mode: 0o700 });
  expect(createPrivateFolder(own)).toBe(true);
  chownSync(own, NOBODY, NOBODY);
  expect(createPrivateFolder(own)).toBe(false);
});
