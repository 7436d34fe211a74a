const { jest } = require('../../package.json');

// Half of the machines is enough for the example alone: what compares the two needs both.
const files = process.env.E2E_TARGET ? 'platform' : '*';

module.exports = {
  ...jest,
  rootDir: '../..',
  testMatch: [`<rootDir>/test/e2e/${files}.test.ts`],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/e2e/requirements.ts',
  // Longer than any command may take, so that it is the command that is named.
  testTimeout: 900_000,
  verbose: true,
};
