const { jest } = require('../../package.json');

// With one of the machines: what needs no other.
const alone = {
  compose: '{documented,files,platform,lifecycle,load,local,lock,doctor*,equivalence,schedule,seed,jobs,input}',
  kubernetes: '{accepted,files,load,lock,platform,pod-security,jobs,stages,input}',
};
const files = alone[process.env.E2E_TARGET] ?? '*';

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
