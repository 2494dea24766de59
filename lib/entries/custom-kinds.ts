/** Judging custom resources: loaded with the first one whose definition is known. */
export * from '../validate/custom-kinds';
