import { execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { programs, testWith } from '../support/needs';
import { bytesOf, chunksOf, MAX_BYTES } from '../../lib/manifest/bytes';

const folder = mkdtempSync(join(tmpdir(), 'bytes-'));

function pipe(name: string): string {
  const path = join(folder, name);
  execFileSync('mkfifo', [path]);
  return path;
}

test('a file is read piece by piece, whole', () => {
  const text = 'a: b\n'.repeat(50_000);
  const file = join(folder, 'long.yaml');
  writeFileSync(file, text);
  expect([...chunksOf(file)].length).toBeGreaterThan(1);
  expect(bytesOf(file).toString()).toBe(text);
});

test('a device without an end is given up at the limit', () => {
  let size = 0;
  const read = () => {
    for (const chunk of chunksOf('/dev/zero')) size += chunk.length;
  };
  expect(read).toThrow('is too large: the limit is 512 MiB');
  expect(size).toBeLessThanOrEqual(MAX_BYTES);
});

testWith(programs('mkfifo'), 'a pipe that nobody writes to is given up', () => {
  expect(() => bytesOf(pipe('silent'), { timeout: 50 })).toThrow(
    'is a pipe or a device, and no data arrived within 0.05 s',
  );
});

testWith(
  programs('mkfifo', 'sleep'),
  'a pipe is read to its end, even if its writer comes late and takes its time',
  () => {
    const path = pipe('late');
    spawn('sh', ['-c', 'sleep 0.2; { echo a; sleep 0.2; echo b; } > "$0"', path], { stdio: 'ignore' });
    expect(bytesOf(path, { timeout: 20_000 }).toString()).toBe('a\nb\n');
  },
);

test('a file that is not there is an error of the file system', () => {
  expect(() => bytesOf(join(folder, 'nope'))).toThrow(expect.objectContaining({ code: 'ENOENT' }));
});
