/* eslint-disable @typescript-eslint/no-unused-vars,
   @typescript-eslint/no-empty-object-type, @typescript-eslint/ban-ts-comment
   -- how types are added to jest's */
import { expect } from '@jest/globals';
import { matchers, yamlSerializer } from './index';
import type { PodPatternMatchers } from './types';

expect.extend(matchers);
expect.addSnapshotSerializer(yamlSerializer as never);

/** @ts-ignore The types of `@jest/globals`, for those who have them. */
declare module 'expect' {
  interface Matchers<R, T> extends PodPatternMatchers<R> {}
}
