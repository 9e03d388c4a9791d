import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** The last commit of the repository in a folder of its own; its packages are the repository's. */
export class CopiedTree {
  private constructor(readonly folder: string) {}

  static make(root: string): CopiedTree {
    const tree = new CopiedTree(mkdtempSync(join(tmpdir(), 'lienthong-mutant-')));
    try {
      const archive = mustRun('git', ['archive', '--format=tar', 'HEAD'], { cwd: root });
      mustRun('tar', ['-x'], { cwd: tree.folder, input: archive });
      symlinkSync(join(root, 'node_modules'), join(tree.folder, 'node_modules'));
      return tree;
    } catch (error) {
      tree.remove();
      throw error;
    }
  }

  /** Throws when the patch no longer fits the tree. */
  apply(patch: string): void {
    mustRun('git', ['apply', '--whitespace=nowarn', patch], { cwd: this.folder });
  }

  build(): void {
    mustRun(process.execPath, [join('tools', 'build', 'build.mjs')], { cwd: this.folder });
  }

  /** Runs a tool of the tree; stderr goes to this process's. */
  run(tool: string, args: readonly string[], signal: AbortSignal): Promise<{ code: number; stdout: string }> {
    return this.node([join('dist', 'tools', tool, 'src', 'main.js'), ...args], 'inherit', signal);
  }

  /** Runs one specification of the tree. Returns the runner's JSON. */
  async test(spec: string, signal: AbortSignal): Promise<string> {
    const jest = join('node_modules', 'jest', 'bin', 'jest.js');
    const report = join(this.folder, 'report.json');
    // stdout is the services' too, which say there what went wrong
    const options = ['--json', '--outputFile', report, '--reporters', 'default', '--maxWorkers', '1'];
    await this.node([jest, spec, ...options], 'ignore', signal);
    return existsSync(report) ? readFileSync(report, 'utf8') : '';
  }

  private node(
    args: readonly string[],
    stderr: 'inherit' | 'ignore',
    signal: AbortSignal,
  ): Promise<{ code: number; stdout: string }> {
    const child = spawn(process.execPath, args, { cwd: this.folder, stdio: ['ignore', 'pipe', stderr] });
    const stop = (): void => void child.kill('SIGTERM');
    signal.addEventListener('abort', stop);
    const chunks: Buffer[] = [];
    child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
    return new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('close', (code) => {
        signal.removeEventListener('abort', stop);
        resolve({ code: code ?? -1, stdout: Buffer.concat(chunks).toString('utf8') });
      });
    });
  }

  remove(): void {
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function mustRun(command: string, args: readonly string[], options: { cwd: string; input?: Buffer }): Buffer {
  const { status, stdout, stderr, error } = spawnSync(command, args, { ...options, maxBuffer: 256 * 1024 * 1024 });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with ${status}: ${stderr.toString('utf8')}`);
  return stdout;
}
