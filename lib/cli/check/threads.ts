import type { Worker } from 'node:worker_threads';
import type { JudgedPart } from './judge-part';
import type { Part } from './parts';
import type { Unread } from './pieces';

type Batch = readonly (Part | Unread)[];
type JudgedBatch = readonly (JudgedPart | Unread)[];

/** Batches that wait in front of each thread, so that none is idle. */
const AHEAD = 2;

/** Threads that judge batches of parts. */
export class Threads {
  private readonly threads: Thread[];

  constructor(count: number, start: () => Worker) {
    this.threads = Array.from({ length: count }, () => new Thread(start()));
  }

  /** Batches judged, in their order. No more are read than the threads need. */
  async *judge(batches: Iterable<Batch>): AsyncGenerator<JudgedBatch> {
    const pending: Promise<JudgedBatch>[] = [];
    for (const batch of batches) {
      pending.push(this.leastBusy().judge(batch));
      if (pending.length >= this.threads.length * AHEAD) yield await pending.shift()!;
    }
    for (const result of pending) yield await result;
  }

  async end(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  private leastBusy(): Thread {
    return this.threads.reduce((best, thread) => (thread.waiting < best.waiting ? thread : best));
  }
}

interface Waiting {
  resolve(parts: JudgedBatch): void;
  reject(error: unknown): void;
}

class Thread {
  private readonly queue: Waiting[] = [];

  constructor(private readonly worker: Worker) {
    worker.on('message', (parts: JudgedBatch) => this.queue.shift()!.resolve(parts));
    worker.on('error', (error) => this.queue.splice(0).forEach(({ reject }) => reject(error)));
  }

  get waiting(): number {
    return this.queue.length;
  }

  judge(batch: Batch): Promise<JudgedBatch> {
    const result = new Promise<JudgedBatch>((resolve, reject) => this.queue.push({ resolve, reject }));
    result.catch(() => {}); // whoever awaits it is told; until then it is not unhandled
    const own = batch.map((piece) => ('bytes' in piece ? { ...piece, bytes: new Uint8Array(piece.bytes) } : piece));
    this.worker.postMessage(own, own.flatMap((piece) => ('bytes' in piece ? [piece.bytes.buffer] : [])));
    return result;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }
}
