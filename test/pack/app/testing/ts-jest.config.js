module.exports = { preset: 'ts-jest', testMatch: ['<rootDir>/ts-jest.test.ts'] };
