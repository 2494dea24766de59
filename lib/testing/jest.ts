/* eslint-disable @typescript-eslint/no-namespace, @typescript-eslint/no-unused-vars, @typescript-eslint/no-empty-object-type,
   @typescript-eslint/ban-ts-comment -- how jest's types are added to */
import { expect } from '@jest/globals';
import { matchers, yamlSerializer } from './index';
import type { PodPatternMatchers } from './types';

expect.extend(matchers);
expect.addSnapshotSerializer(yamlSerializer as never);

declare global {
  namespace jest {
    interface Matchers<R, T> extends PodPatternMatchers<R> {}
  }
}

/** @ts-ignore The types of `@jest/globals`: not there for those who use @types/jest alone. */
declare module 'expect' {
  interface Matchers<R, T> extends PodPatternMatchers<R> {}
}
