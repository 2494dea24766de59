/** The matchers in jest: loaded by `cdk8s-pod-patterns/testing/jest`. */
export * from '../testing/jest';
