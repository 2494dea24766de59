module.exports = {
  setupFilesAfterEnv: ['cdk8s-pod-patterns/testing/jest'],
  testMatch: ['<rootDir>/esm.test.mjs'],
  transform: {},
};
