const { jest } = require('../../package.json');

module.exports = {
  ...jest,
  rootDir: '../..',
  testMatch: ['<rootDir>/test/e2e/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  globalSetup: '<rootDir>/test/e2e/requirements.ts',
  // Longer than any command may take, so that it is the command that is named.
  testTimeout: 900_000,
  verbose: true,
};
