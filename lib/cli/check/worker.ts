import { parentPort, workerData } from 'node:worker_threads';
import { reuseCompiled } from '../compiled';
import type { PartOptions } from './options';
import type { Part } from './parts';
import type { Unread } from './pieces';

/* A thread that judges what it is sent, in that order. */

reuseCompiled(false);
const { judgeBatch } = require('./judge-batch') as typeof import('./judge-batch');

const options = workerData as PartOptions;
parentPort!.on('message', (parts: readonly (Part | Unread)[]) => parentPort!.postMessage(judgeBatch(parts, options)));
