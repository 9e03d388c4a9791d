import { type ChildProcess, execFile, spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { eventually } from '@lienthong/testing';
import { childEnvironment, repositoryRoot } from '../../tools/local-infra/src';
import { pythonWithPackages } from './support/python';

const run = promisify(execFile);
const root = repositoryRoot();
const examples = join('docs', 'examples', 'python');
/** As the page has it: what the member must know comes from a file that the demo laid there. */
const AS_THE_PAGE_SAYS = 'set -a; . "$1"; set +a; cd "$2"; exec "$3" "$4" "$5"';

describe('who follows the protocol page (docs/protocol.md, Try it)', () => {
  let home: string;
  let python: string;
  let demo: ChildProcess;
  let printed = '';
  beforeAll(async () => {
    python = await pythonWithPackages();
    home = mkdtempSync(join(tmpdir(), 'lienthong-page-'));
    const script = join('dist', 'tools', 'demo', 'src', 'main.js');
    const args = [script, '--keep', '--secured', '--outside', join(examples, 'members.json')];
    const env = { ...childEnvironment({}), LIENTHONG_HOME: home, LIENTHONG_INFRASTRUCTURE: 'embedded' };
    demo = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'], env });
    const keep = (text: Buffer): void => void (printed += text.toString());
    demo.stdout?.on('data', keep);
    demo.stderr?.on('data', keep);
    await eventually(() => printed.includes('Ctrl-C stops everything.'), {
      timeoutMs: 180_000,
      describe: () => `the stack to stay up:\n${printed.slice(-2_000)}`,
    });
  });
  afterAll(async () => {
    const ended = new Promise((resolve) => demo?.once('close', resolve));
    if (demo?.kill('SIGINT')) await ended;
    rmSync(home, { recursive: true, force: true });
  });

  it.each([
    ['portal', 'kafka_member.py'],
    ['service-desk', 'http_member.py'],
  ])(
    'exchanges messages with the one-stop desk as %s, and is told where the demo’s dossier stands',
    async (code, script) => {
      const dossierCode = /Dossier (H19[^,\s]+),/.exec(printed)?.[1] ?? '';
      const file = join(home, 'outside', `${code}.env`);
      const args = ['-c', AS_THE_PAGE_SAYS, 'page', file, home, python, join(root, examples, script), dossierCode];
      const { stdout } = await run('bash', args, { env: childEnvironment({}) });
      const said: unknown = JSON.parse(stdout.trim().split('\n').at(-1) ?? '');
      expect(said).toMatchObject({ answer: 'accepted', told: [{ dossierCode, outcome: 'known', state: 10 }] });
    },
  );
});
