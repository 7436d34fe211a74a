const { jest } = require('../../../package.json');

// It installs from the package registry, and needs no other machine.
module.exports = {
  ...jest,
  rootDir: '../../..',
  testMatch: ['<rootDir>/test/e2e/consumer/*.test.ts'],
  testPathIgnorePatterns: ['/node_modules/'],
  // Each packs the package, which builds it.
  maxWorkers: 1,
  // Longer than any command may take, so that it is the command that is named.
  testTimeout: 900_000,
  verbose: true,
};
