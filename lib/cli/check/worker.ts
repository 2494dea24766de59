import { parentPort, workerData } from 'node:worker_threads';
import { reuseCompileCache } from '../compile-cache';
import type { Batch } from './judge-batch';
import type { PartOptions } from './options';

/* A thread that judges what it is sent, in that order. */

reuseCompileCache();
const { batchJudge } = require('./judge-batch') as typeof import('./judge-batch');

const judge = batchJudge(workerData as PartOptions);
parentPort!.on('message', (batch: Batch) => parentPort!.postMessage(judge(batch)));
