import type { Worker } from 'node:worker_threads';
import { withSurroundings } from '../../validate/surroundings';
import type { Batch, JudgedBatch } from './judge-batch';
import type { CheckOptions, PartOptions } from './options';
import type { Part } from './parts';
import { type Files, readParts, type UnreadableFile } from './read-parts';
import { surveyOf } from './survey';
import type { CheckedManifest } from './render-manifest';

/** The parts of the environment that checking uses. */
export interface CheckWorld extends Files {
  /** Starts a thread of `worker.js`; without it, everything is done in this one. */
  startWorker?(options: PartOptions): Worker;
}

/** Documents of a file without a manifest. */
export interface EmptyDocuments {
  readonly empty: number;
}

/** A manifest judged, a file that cannot be read, or how many documents are empty. */
export type Checked = CheckedManifest | UnreadableFile | EmptyDocuments;

/** Bytes from which starting a thread pays off: below that, most of its time is spent warming up. */
const BYTES_PER_THREAD = 2 * 1024 * 1024;

/** Bytes that one thread validates at once. */
const BATCH_SIZE = 64 * 1024;

/**
 * Judges all manifests of files, in the order of the files and their documents, keeping few of them in
 * memory. Namespaces and autoscalers count for all files.
 */
export async function* checkFiles(
  names: readonly string[],
  options: CheckOptions,
  world: CheckWorld,
): AsyncGenerator<Checked> {
  const { size, surroundings, crashed } = surveyOf(names, world);
  yield* crashed;
  if (size > BATCH_SIZE) {
    const { optimizeLater } = require('./optimize-later') as typeof import('./optimize-later');
    optimizeLater();
  }
  const partOptions = withSurroundings(options, surroundings);
  let before = 0;
  for await (const parts of judgeBatches(batchesOf(names, world), partOptions, size, world)) {
    for (const part of parts) {
      if ('unreadable' in part) {
        yield part;
        continue;
      }
      if (part.isFirst) before = 0;
      for (const manifest of part.manifests) yield { ...manifest, document: manifest.document + before };
      if (part.empty) yield { empty: part.empty };
      before += part.documents;
    }
  }
}

/** Pieces of files, several small ones together. */
function* batchesOf(names: readonly string[], files: Files): Generator<Batch> {
  let batch: (Part | UnreadableFile)[] = [];
  let size = 0;
  for (const name of names) {
    for (const piece of readParts(name, files)) {
      batch.push(piece);
      size += 'bytes' in piece ? piece.bytes.length : 0;
      if (size < BATCH_SIZE) continue;
      yield batch;
      [batch, size] = [[], 0];
    }
  }
  yield batch;
}

/** This thread also validates. */
async function* judgeBatches(
  batches: Iterable<Batch>,
  options: PartOptions,
  size: number,
  world: CheckWorld,
): AsyncGenerator<JudgedBatch> {
  const { startWorker } = world;
  const { batchJudge } = require('./judge-batch') as typeof import('./judge-batch');
  const judge = batchJudge(options);
  const threadCount = Math.min(options.jobs, Math.floor(size / BYTES_PER_THREAD));
  if (!startWorker || threadCount < 2) {
    for (const batch of batches) yield judge(batch);
    return;
  }
  const { Threads } = require('./threads') as typeof import('./threads');
  const threads = new Threads(threadCount - 1, () => startWorker(options), judge);
  try {
    yield* threads.judgeAll(batches);
  } finally {
    await threads.end();
  }
}
