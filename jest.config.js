/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/temporary-folder/set-up.ts',
  globalTeardown: '<rootDir>/test/support/temporary-folder/tear-down.ts',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
  testPathIgnorePatterns: ['<rootDir>/test/pack/app/'],
  modulePathIgnorePatterns: ['<rootDir>/test/pack/app/', '<rootDir>/dist/'],
  transform: {
    '^.+\\.ts$': [
      '@swc/jest',
      { jsc: { target: 'es2022', parser: { syntax: 'typescript' } }, module: { type: 'commonjs' } },
    ],
  },
  maxWorkers: '100%',
  testTimeout: 30_000,
  reporters: ['default', '<rootDir>/test/support/skipped-reporter.js'],
};
