module.exports = {
  injectGlobals: false,
  setupFilesAfterEnv: ['cdk8s-pod-patterns/testing/jest'],
  testMatch: ['<rootDir>/swc.test.ts'],
  transform: { '\\.ts$': '@swc/jest' },
};
