// Jest reporter: ends a run in which no test file has begun or ended for too long, so that it fails instead of hanging: Jest's own
// time-outs cannot fire in a worker that is in a loop or frozen. Says which files were running and what their workers do.
const { execFileSync } = require('node:child_process');
const { writeSync } = require('node:fs');
const { relative } = require('node:path');

const QUIET_MS = (process.env.LIENTHONG_TEST_SIZE === 'full' ? 60 : 10) * 60_000;

class StalledRunReporter {
  constructor({ rootDir }) {
    this.rootDir = rootDir;
    this.running = new Set();
  }

  onTestFileStart({ path }) {
    this.running.add(relative(this.rootDir, path));
    this.wait();
  }

  onTestFileResult({ path }) {
    this.running.delete(relative(this.rootDir, path));
    this.wait();
  }

  onRunComplete() {
    clearTimeout(this.timer);
  }

  wait() {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.end(), QUIET_MS).unref();
  }

  end() {
    const running = [...this.running].join(', ');
    // Jest's reporter keeps back what goes to `process.stdout` while a run goes on
    const say = (text) => writeSync(process.stdout.fd, text);
    say(`\nno test file began or ended for ${QUIET_MS / 60_000} min; running: ${running}\n`);
    const columns = 'pid,stat,etime,time,wchan:24,args';
    const workers = ['--ppid', String(process.pid)];
    say(execFileSync('ps', ['-o', columns, ...workers], { encoding: 'utf8' }));
    const pids = execFileSync('ps', ['-o', 'pid=', ...workers], { encoding: 'utf8' })
      .trim()
      .split(/\s+/);
    for (const pid of pids) kill(Number(pid));
    process.exit(1);
  }
}

function kill(pid) {
  try {
    process.kill(pid, 'SIGKILL');
  } catch {
    // it is gone already
  }
}

module.exports = StalledRunReporter;
