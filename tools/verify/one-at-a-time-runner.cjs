// Jest runner for end-to-end files: each starts seven services, so they run one after another, never side by side.
const { default: TestRunner } = require('jest-runner');

class OneAtATimeRunner extends TestRunner {
  isSerial = true;
}

module.exports = OneAtATimeRunner;
