import { standardInput } from '../../manifest/bytes';
import { FILE_SYSTEM } from '../../kubectl/files';
import { randomSuffix } from '../../apimachinery/rand';
import { isTerminal } from '../terminal';
import type { KubectlWorld } from '../../kubectl/invocation/world';

/** This process and its machine. */
export const WORLD: KubectlWorld = {
  files: FILE_SYSTEM,
  environment: process.env,
  now: () => new Date(),
  pid: process.pid,
  stdin: () => Buffer.concat([...standardInput()]),
  random: randomSuffix,
  isTerminal: () => isTerminal(2),
};
