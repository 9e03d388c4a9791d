import { spawnSync } from 'node:child_process';
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

const RUN = join(__dirname, '../../.ci/run');

describe('what every change must pass', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'lienthong-ci-'));
    // notes what it is asked for, and fails as the variable says
    const npm = `#!/bin/sh\necho "$*" >> "${folder}/asked"\necho "2 passed, 0 failed"\ncase "$*" in *"$FAILS"*) exit 1;; esac\n`;
    writeFileSync(join(folder, 'npm'), npm);
    chmodSync(join(folder, 'npm'), 0o755);
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): { status: number | null; last: string; asked: readonly string[] } => {
    const { LIENTHONG_TEST_SIZE: _size, ...rest } = process.env;
    writeFileSync(join(folder, 'asked'), '');
    const path = `${folder}${delimiter}${process.env['PATH'] ?? ''}`;
    const ran = spawnSync(RUN, args, { env: { ...rest, FAILS: 'nothing', ...env, PATH: path }, encoding: 'utf8' });
    const asked = readFileSync(join(folder, 'asked'), 'utf8');
    return {
      status: ran.status,
      last: ran.stdout.trim().split('\n').at(-1) ?? '',
      // two of them run beside each other
      asked: asked
        .split('\n')
        .filter((line) => line !== '' && line !== 'ci')
        .sort(),
    };
  };
  const VERIFY = 'run --silent verify -- --without unit and contract tests';
  const STEPS = ['run --silent test', 'run --silent test:outside', VERIFY];
  const FULL_STEPS = ['run --silent test:full', 'run --silent test:outside', VERIFY];

  it('is verified, tested, and tested from outside; what passed is added up', () => {
    expect(run([])).toEqual({ status: 0, last: '8 passed, 0 failed', asked: STEPS });
  });

  it('is tested at full size when that is asked for, by word or by variable', () => {
    expect(run(['full'])).toMatchObject({ status: 0, asked: FULL_STEPS });
    expect(run([], { LIENTHONG_TEST_SIZE: 'full' })).toMatchObject({ status: 0, asked: FULL_STEPS });
  });

  it('fails when one step does, and goes on with the others', () => {
    expect(run([], { FAILS: 'verify' })).toMatchObject({ status: 1, last: '8 passed, 1 failed', asked: STEPS });
  });

  it('is not begun for a word that it does not know', () => {
    expect(run(['quick'])).toMatchObject({ status: 2, asked: [] });
    expect(run(['full', 'full'])).toMatchObject({ status: 2, asked: [] });
  });
});
