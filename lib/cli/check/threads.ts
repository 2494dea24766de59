import type { Worker } from 'node:worker_threads';
import type { Batch, JudgedBatch } from './judge-batch';

/** Batches that wait in front of each thread, so that none is idle. */
const AHEAD = 2;

/** Batches judged that wait for one before them, for each thread. */
const HELD = 8;

/** Threads that judge batches of parts, this one among them. */
export class Threads {
  private readonly threads: Thread[];

  /** @param judge what this thread does with a batch when the others have enough */
  constructor(
    others: number,
    start: () => Worker,
    private readonly judge: (batch: Batch) => JudgedBatch,
  ) {
    this.threads = Array.from({ length: others }, () => new Thread(start()));
  }

  /** Batches judged, in their order. No more are read than the threads need. */
  async *judgeAll(batches: Iterable<Batch>): AsyncGenerator<JudgedBatch> {
    const pending: Waiting[] = [];
    for (const batch of batches) {
      pending.push(this.take(batch));
      await turn();
      while (pending[0]?.result || pending.length > this.threads.length * HELD) {
        yield await pending.shift()!.done;
      }
    }
    for (const { done } of pending) yield await done;
  }

  async end(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  private take(batch: Batch): Waiting {
    const free = this.threads.find(({ waiting }) => waiting < AHEAD);
    return free ? free.judge(batch) : new Waiting(this.judge(batch));
  }
}

/** Lets in what other threads have sent. */
const turn = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** A batch that is being judged, or has been. */
class Waiting {
  resolve!: (result: JudgedBatch) => void;
  reject!: (error: unknown) => void;
  readonly done: Promise<JudgedBatch>;

  constructor(public result?: JudgedBatch) {
    this.done = new Promise((resolve, reject) => {
      this.resolve = (judged) => {
        this.result = judged;
        resolve(judged);
      };
      this.reject = reject;
    });
    this.done.catch(() => {}); // whoever awaits it is told; until then it is not unhandled
    if (result) this.resolve(result);
  }
}

class Thread {
  private readonly queue: Waiting[] = [];
  private failure: unknown;

  constructor(private readonly worker: Worker) {
    worker.on('message', (judged: JudgedBatch) => this.queue.shift()!.resolve(judged));
    worker.on('error', (error) => this.fail(error));
  }

  get waiting(): number {
    return this.queue.length;
  }

  judge(batch: Batch): Waiting {
    const waiting = new Waiting();
    this.queue.push(waiting);
    if (this.failure) this.fail(this.failure);
    const own = batch.map((piece) =>
      'bytes' in piece ? { ...piece, bytes: new Uint8Array(piece.bytes) } : piece,
    );
    this.worker.postMessage(
      own,
      own.flatMap((piece) => ('bytes' in piece ? [piece.bytes.buffer] : [])),
    );
    return waiting;
  }

  async end(): Promise<void> {
    await this.worker.terminate();
  }

  private fail(error: unknown): void {
    this.failure = error;
    for (const { reject } of this.queue.splice(0)) reject(error);
  }
}
