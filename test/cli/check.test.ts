import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { type Checked, checkFiles, type CheckWorld } from '../../lib/cli/check/check';
import type { CheckOptions } from '../../lib/cli/check/options';
import { ManifestValidator } from '../../lib';
import type { ReportedManifest } from '../../lib/report/reported';

const OPTIONS: CheckOptions = { minors: [36], wants: 'findings', excerpts: true, jobs: 2 };

const pod = (number: number, field = 'image') => `apiVersion: v1
kind: Pod
metadata:
  name: pod-${number}
  labels: {app: "${'x'.repeat(40)}"}
spec:
  containers:
  - name: app
    ${field}: nginx:1.27
`;

/** Some parts long; every fiftieth is wrong. */
const MANY = Array.from({ length: 4000 }, (_, number) => pod(number, number % 50 ? 'image' : 'imgae')).join(
  '---\n',
);

/** Enough for two threads, most of it comments. */
const LONG = Array.from(
  { length: 1000 },
  (_, number) => `# ${'x'.repeat(4500)}\n${pod(number, number % 50 ? 'image' : 'imgae')}`,
).join('---\n');

function* inChunks(bytes: Buffer, size = 100_000): Generator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

const worldOf = (files: { readonly [name: string]: Buffer }): CheckWorld => ({
  open: (name) => inChunks(files[name]),
});

/** The threads run what has been built. */
const startWorker: CheckWorld['startWorker'] = (options) =>
  new Worker(join(__dirname, '../../dist/js/lib/cli/check/worker.js'), { workerData: options });

async function all(checked: AsyncIterable<Checked>): Promise<Checked[]> {
  const found: Checked[] = [];
  for await (const one of checked) found.push(one);
  return found;
}

const findingsOf = (checked: readonly Checked[]) =>
  checked.flatMap((one) =>
    'rendered' in one ? (one.rendered as ReportedManifest).findings.map(({ finding }) => finding) : [],
  );

test('a file read in parts gives the findings, documents and lines of the whole', async () => {
  const checked = await all(checkFiles(['many.yaml'], OPTIONS, worldOf({ 'many.yaml': Buffer.from(MANY) })));
  expect(checked.map((one) => 'document' in one && one.document)).toEqual(
    Array.from({ length: 4000 }, (_, number) => number),
  );
  expect(findingsOf(checked)).toEqual(new ManifestValidator().validateYaml(MANY, 'many.yaml'));
});

test.each([
  ['\\r\\n', MANY.replaceAll('\n', '\r\n')],
  ['\\r within', MANY.replaceAll('kind: Pod\n', 'kind: Pod # \r\n')],
])('line ends are counted with %s', async (_, text) => {
  const checked = await all(checkFiles(['many.yaml'], OPTIONS, worldOf({ 'many.yaml': Buffer.from(text) })));
  expect(findingsOf(checked)).toEqual(new ManifestValidator().validateYaml(text, 'many.yaml'));
});

test('UTF-16 stays whole', async () => {
  const text = MANY.slice(0, 400_000);
  const checked = await all(
    checkFiles(['many.yaml'], OPTIONS, worldOf({ 'many.yaml': Buffer.from(`\ufeff${text}`, 'utf16le') })),
  );
  expect(findingsOf(checked)).toEqual(new ManifestValidator().validateYaml(text, 'many.yaml'));
});

test('threads say what one thread says, in the same order', async () => {
  const files = {
    'a.yaml': Buffer.from(LONG),
    binary: Buffer.from('a\0b'),
    'b.yaml': Buffer.from(pod(1, 'imgae')),
    'c.yaml': Buffer.from(MANY),
  };
  const names = Object.keys(files);
  const alone = await all(checkFiles(names, OPTIONS, worldOf(files)));
  expect(await all(checkFiles(names, OPTIONS, { ...worldOf(files), startWorker }))).toEqual(alone);
  expect(alone.filter((one) => 'unreadable' in one)).toEqual([
    { file: 'binary', unreadable: 'is a binary file: found a NUL byte at offset 1' },
  ]);
});

test('labels of a Namespace count wherever it stands', async () => {
  const text = `${MANY}---\napiVersion: v1\nkind: Namespace\nmetadata: {name: default, labels: {pod-security.kubernetes.io/enforce: restricted}}\n`;
  const checked = await all(checkFiles(['many.yaml'], OPTIONS, worldOf({ 'many.yaml': Buffer.from(text) })));
  expect(findingsOf(checked).filter(({ stage }) => stage === 'pod-security')).not.toHaveLength(0);
  expect(findingsOf(checked)).toEqual(new ManifestValidator().validateYaml(text, 'many.yaml'));
});

test('a bug in a thread is not hidden', async () => {
  const broken: CheckWorld['startWorker'] = () => new Worker('throw new Error("a bug")', { eval: true });
  await expect(
    all(
      checkFiles(['a.yaml'], OPTIONS, { ...worldOf({ 'a.yaml': Buffer.from(LONG) }), startWorker: broken }),
    ),
  ).rejects.toThrow('a bug');
});
