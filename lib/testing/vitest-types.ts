/* eslint-disable @typescript-eslint/no-namespace, @typescript-eslint/no-empty-object-type --
   how types are added to vitest's */
import type { PodPatternMatchers } from './types';

// The types of `testing/vitest`, in a CommonJS file: TypeScript lets CommonJS projects and ES modules import
// it alike.
declare global {
  /** Where every version of vitest takes its own assertions from. */
  namespace Chai {
    interface Assertion extends PodPatternMatchers<void> {}
  }
}
