import type { Worker } from 'node:worker_threads';
import type { Batch, JudgedBatch } from './judge-batch';

/** Batches that wait in front of each thread, so that none is idle. */
const QUEUED_PER_THREAD = 2;

/** Batches judged that wait for one before them, for each thread. */
const PENDING_PER_THREAD = 8;

/** Threads that judge batches of parts, this one among them. */
export class Threads {
  private readonly threads: Thread[];

  /** @param judge what this thread does with a batch when the others have enough */
  constructor(
    others: number,
    start: () => Worker,
    private readonly judge: (batch: Batch) => JudgedBatch,
  ) {
    this.threads = Array.from({ length: others }, () => new Thread(start(), judge));
  }

  /**
   * Batches judged, in their order. No more are read than the threads need.
   *
   * @throws Error that a thread broke down with, when all batches are judged
   */
  async *judgeAll(batches: Iterable<Batch>): AsyncGenerator<JudgedBatch> {
    const pending: PendingBatch[] = [];
    for (const batch of batches) {
      pending.push(this.take(batch));
      await eventLoopTurn();
      while (pending[0]?.result || pending.length > this.threads.length * PENDING_PER_THREAD) {
        yield await pending.shift()!.done;
      }
    }
    for (const { done } of pending) yield await done;
    for (const { failure } of this.threads) if (failure) throw failure;
  }

  async end(): Promise<void> {
    await Promise.all(this.threads.map((thread) => thread.end()));
  }

  private take(batch: Batch): PendingBatch {
    const free = this.threads.find(({ waiting }) => waiting < QUEUED_PER_THREAD);
    return free ? free.judge(batch) : new PendingBatch(this.judge(batch));
  }
}

/** Receives messages from other threads. */
const eventLoopTurn = () =>
  new Promise((resolve) => {
    setImmediate(resolve);
  });

/** A batch that is being judged, or has been. */
class PendingBatch {
  resolve!: (result: JudgedBatch) => void;
  readonly done: Promise<JudgedBatch>;

  constructor(public result?: JudgedBatch) {
    this.done = new Promise((resolve) => {
      this.resolve = (judged) => {
        this.result = judged;
        resolve(judged);
      };
    });
    if (result) this.resolve(result);
  }
}

/** Another thread. What it has not judged by the time it breaks down is judged in this one. */
class Thread {
  private readonly queue: { readonly batch: Batch; readonly waiting: PendingBatch }[] = [];
  failure: Error | undefined;

  constructor(
    private readonly worker: Worker,
    private readonly judgeHere: (batch: Batch) => JudgedBatch,
  ) {
    worker.on('message', (judged: JudgedBatch) => this.queue.shift()!.waiting.resolve(judged));
    worker.on('error', (error) => this.breakDown(error));
    worker.on('exit', (code) => {
      if (this.queue.length) this.breakDown(new Error(`a thread ended with code ${code}`));
    });
  }

  get waiting(): number {
    return this.failure ? Infinity : this.queue.length;
  }

  judge(batch: Batch): PendingBatch {
    const waiting = new PendingBatch();
    this.queue.push({ batch, waiting });
    const own = batch.map((piece) =>
      'bytes' in piece ? { ...piece, bytes: new Uint8Array(piece.bytes) } : piece,
    );
    this.worker.postMessage(
      own,
      own.flatMap((piece) => ('bytes' in piece ? [piece.bytes.buffer] : [])),
    );
    return waiting;
  }

  /** What is left is of no use to anybody. */
  async end(): Promise<void> {
    this.queue.splice(0);
    await this.worker.terminate();
  }

  private breakDown(failure: Error): void {
    this.failure ??= failure;
    for (const { batch, waiting } of this.queue.splice(0)) waiting.resolve(this.judgeHere(batch));
  }
}
