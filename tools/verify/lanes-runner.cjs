// Jest runner: end-to-end files one after another in a lane of their own, since each starts all services; all other files
// beside them in as many lanes as `maxWorkers` says. Jest itself would begin with one kind when the other has ended.
const { default: TestRunner } = require('jest-runner');

const STARTS_ALL_SERVICES = /\.e2e\.spec\.ts$/;

class LanesRunner extends TestRunner {
  constructor(globalConfig, context) {
    super(globalConfig, context);
    this.wholeStack = new TestRunner({ ...globalConfig, maxWorkers: 1 }, context);
  }

  on(eventName, listener) {
    const subscriptions = [super.on(eventName, listener), this.wholeStack.on(eventName, listener)];
    return () => subscriptions.forEach((unsubscribe) => unsubscribe());
  }

  async runTests(tests, watcher, options) {
    if (options.serial) return super.runTests(tests, watcher, options);
    const wholeStack = tests.filter(({ path }) => STARTS_ALL_SERVICES.test(path));
    const others = tests.filter((test) => !wholeStack.includes(test));
    await Promise.all([
      others.length > 0 && super.runTests(others, watcher, options),
      wholeStack.length > 0 && this.wholeStack.runTests(wholeStack, watcher, options),
    ]);
  }
}

module.exports = LanesRunner;
