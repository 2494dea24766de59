/* eslint-disable @typescript-eslint/ban-ts-comment, @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type
   -- how vitest's types are added to */
// @ts-ignore It is the user's.
import { expect } from 'vitest';
import { matchers, yamlSerializer } from './index.js';
import type { PodPatternMatchers } from './types.js';

expect.extend(matchers);
expect.addSnapshotSerializer(yamlSerializer);

/** @ts-ignore It is the user's. */
declare module 'vitest' {
  interface Assertion<T> extends PodPatternMatchers<void> {}
}
