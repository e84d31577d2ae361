/** One project per suite; what each is for and what it costs stands in docs/testing.md. */
const suite = (displayName, testMatch, more = {}) => ({
  displayName,
  testMatch: testMatch.map((glob) => `<rootDir>/test/${glob}`),
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '\\.ts$': '<rootDir>/test/support/strip-types.mjs' },
  testEnvironment: 'node',
  modulePathIgnorePatterns: ['<rootDir>/cdk.out', '<rootDir>/.build', '<rootDir>/.local'],
  ...more,
});

export default {
  /** A shared machine may be slow for a moment; what must be fast is counted or timed in the test itself. */
  testTimeout: 30_000,
  projects: [
    suite('unit', ['unit/**/*.test.ts', 'architecture.test.ts']),
    suite('infrastructure', ['infrastructure/**/*.test.ts']),
    suite('faults', ['faults/**/*.test.ts']),
    suite('local-aws', ['local-aws/**/*.test.ts']),
    suite('console', ['console/*.test.ts']),
    suite('console-views', ['console/views/*.test.ts'], {
      globalSetup: '<rootDir>/test/support/console-platform-setup.mjs', globalTeardown: '<rootDir>/test/support/console-platform-teardown.mjs',
    }),
  ],
};
