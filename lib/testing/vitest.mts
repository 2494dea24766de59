/* eslint-disable @typescript-eslint/no-namespace, @typescript-eslint/no-empty-object-type, @typescript-eslint/ban-ts-comment
   -- how types are added to vitest's */
// @ts-ignore It is the user's.
import { expect } from 'vitest';
import { matchers, yamlSerializer } from './index.js';
import type { PodPatternMatchers } from './types.js';

expect.extend(matchers);
expect.addSnapshotSerializer(yamlSerializer);

declare global {
  /** What vitest of every version takes its own assertions from. */
  namespace Chai {
    interface Assertion extends PodPatternMatchers<void> {}
  }
}
