/** The matchers, without a test runner: loaded by `cdk8s-pod-patterns/testing`. */
export * from '../testing/index';
