import { EventEmitter } from 'node:events';
import type { Worker } from 'node:worker_threads';
import { judgePart } from '../../lib/cli/check/judge-part';
import type { PartOptions } from '../../lib/cli/check/options';
import type { RenderManifest } from '../../lib/cli/check/render-manifest';
import { Threads } from '../../lib/cli/check/threads';
import { run } from '../../lib/cli/program';
import { memoryWorld } from '../support/memory-world';

/* An accident of one file or document hides nothing of the others. */

const FAULTY = 'apiVersion: v1\nkind: ConfigMap\nmetadata: {name: A}\n';
const NAMESPACE =
  'apiVersion: v1\nkind: Namespace\nmetadata: {name: a, labels: {pod-security.kubernetes.io/enforce: restricted}}\n';

test('a binary file that speaks of Pod Security is told of, and the others are judged', async () => {
  const world = memoryWorld({ 'binary.yaml': `${NAMESPACE}---\n\0`, 'faulty.yaml': FAULTY });
  expect(await run(['validate', 'binary.yaml', 'faulty.yaml'], world)).toBe(2);
  expect(world.said.err).toBe(
    'pod-patterns: binary.yaml: is a binary file: found a NUL byte at offset 113\n',
  );
  expect(world.said.out).toContain('faulty.yaml:3:18: error: metadata in ConfigMap A');
});

describe('a document that a report crashes on', () => {
  const bytes = Buffer.from(['a', 'b', 'c'].map((name) => FAULTY.replace('A', name)).join('---\n'));
  const options = {
    minors: [36],
    namespaces: new Map(),
    autoscalers: new Map(),
    crds: [],
    excerpts: false,
    jobs: 1,
  };
  const crashing: RenderManifest = (manifest, document) => {
    if (manifest.resource.name === 'b') throw new TypeError('a bug');
    const { file } = manifest;
    return { file, document, rendered: manifest, errors: 0, warnings: 0, suppressed: 0, notes: [] };
  };
  const rendered = (wants: PartOptions['wants']) => {
    const { manifests, documents, empty } = judgePart(
      { file: 'a.yaml', bytes, linesBefore: 10 },
      { ...options, wants },
      crashing,
    );
    return {
      documents,
      empty,
      rendered: manifests.map(({ document, rendered }) => ({ document, rendered })),
    };
  };

  test('is a finding of its own beside the others', () => {
    const {
      rendered: [first, second, third],
      ...counts
    } = rendered('findings');
    expect(counts).toEqual({ documents: 3, empty: 0 });
    expect(first).toMatchObject({ document: 0, rendered: { resource: { name: 'a' } } });
    expect(third).toMatchObject({ document: 2, rendered: { resource: { name: 'c' } } });
    expect(second).toMatchObject({
      document: 1,
      rendered: {
        findings: [
          {
            finding: {
              rule: 'internal-error',
              level: 'error',
              message: expect.stringMatching(/^internal error: TypeError: a bug/),
              position: { file: 'a.yaml', line: 15 },
            },
          },
        ],
      },
    });
  });

  test('has no verdict of a server', () => {
    expect(rendered('status').rendered[1]).toMatchObject({
      rendered: { status: { ok: false, code: 500, reason: 'InternalError' } },
    });
  });
});

test('what a thread has not judged when it breaks down is judged in this one before the run fails', async () => {
  class Breaking extends EventEmitter {
    private taken = 0;

    postMessage(batch: unknown): void {
      if (this.taken++ === 0) setImmediate(() => this.emit('message', batch));
      else setImmediate(() => this.emit('error', new Error('out of memory')));
    }

    terminate(): Promise<number> {
      return Promise.resolve(this.emit('exit', 1) ? 1 : 0);
    }
  }
  const threads = new Threads(
    2,
    () => new Breaking() as unknown as Worker,
    (batch) => batch as never,
  );
  const batches = Array.from({ length: 40 }, (_, index) => [{ file: `${index}`, unreadable: 'x' }]);
  const judged: unknown[] = [];
  const all = async () => {
    for await (const batch of threads.judgeAll(batches)) judged.push(batch);
  };
  await expect(all()).rejects.toThrow('out of memory');
  await threads.end();
  expect(judged).toEqual(batches);
});

test('a round of --watch that cannot be carried out says why, and the next one follows', async () => {
  const world = memoryWorld({ 'a.yaml': FAULTY });
  const turns = async () => {
    for (let turn = 0; turn < 20; turn++) await new Promise((done) => setImmediate(done));
  };
  const { create } = world;
  const ended = run(['validate', '--watch', '--no-config', '--output=report', 'a.yaml'], world);
  await turns();
  world.create = (file) => ({
    ...create(file),
    write: () => {
      throw Object.assign(new Error('ENOSPC'), { code: 'ENOSPC' });
    },
  });
  world.touch('a.yaml');
  await turns();
  expect(world.said.err).toContain('pod-patterns: no space left on device\n');
  world.create = create;
  world.files['a.yaml'] = FAULTY.replace('A', 'a');
  world.touch('a.yaml');
  await turns();
  world.interrupt();
  expect(await ended).toBe(0);
});
