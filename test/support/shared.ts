import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { describeWith, type Need } from './needs';

const BESIDE = join(__dirname, '../../../shared');
const WITHIN = join(__dirname, '../recorded');

/** Path of recorded data that lies beside the repository. */
export const shared = (...names: string[]) => join(BESIDE, ...names);

/** Whether all that was recorded lies beside the repository. */
export const isShared = (folder: string) => existsSync(shared(folder));

/** Path of recorded data: all of it, from beside the repository, or else the selection in it. */
export const recordedData = (folder: string, ...names: string[]) =>
  join(isShared(folder) ? BESIDE : WITHIN, folder, ...names);

/** Path of the selection of recorded data in the repository. */
export const selected = (...names: string[]) => join(WITHIN, ...names);

/** Recorded data beside the repository, of which there is no selection in it. */
const sharedFolder = (folder: string): Need => ({ name: `../shared/${folder}`, met: isShared(folder) });

/** Tests that need recorded data of which there is no selection in the repository. */
export const describeShared = (folder: string, title: string, tests: () => void) =>
  describeWith([sharedFolder(folder)], title, tests);
