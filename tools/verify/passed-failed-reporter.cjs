// Jest reporter: the plain line `N passed, N failed` as the very last one, also when the run broke off before its end.
// A file that could not run counts as one failure.
const { writeSync } = require('node:fs');

class PassedFailedReporter {
  constructor() {
    this.totals = { passed: 0, failed: 1 };
    process.once('exit', () =>
      writeSync(process.stdout.fd, `${this.totals.passed} passed, ${this.totals.failed} failed\n`),
    );
  }

  onRunComplete(_contexts, results) {
    this.totals = {
      passed: results.numPassedTests,
      failed: results.numFailedTests + results.numRuntimeErrorTestSuites,
    };
  }
}

module.exports = PassedFailedReporter;
