const config = require('../../jest.config.js');

/** The tests that start real programs: `npm run test:companions`. */
module.exports = {
  ...config,
  rootDir: '../..',
  roots: ['<rootDir>/test/companions'],
  testMatch: ['**/*.program.ts'],
  testTimeout: 120_000,
  maxWorkers: 2,
};
