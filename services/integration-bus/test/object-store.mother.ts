import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { eventually } from '@lienthong/testing';

const BUCKET = 'lienthong-files';
const SECRET = 'S3RVER';

/** A real S3-compatible object store (s3rver) as a process of its own, which may go away and come back. */
export class ObjectStore {
  private process?: ChildProcess;

  private constructor(
    private readonly folder: string,
    readonly port: number,
  ) {}

  static async start(): Promise<ObjectStore> {
    const store = new ObjectStore(mkdtempSync(join(tmpdir(), 'lienthong-s3-')), await freePort());
    await store.up();
    return store;
  }

  get endpoint(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Settings of a bus that keeps its files here. */
  get variables(): Record<string, string> {
    const keys = { FILE_S3_ACCESS_KEY: SECRET, FILE_S3_SECRET_KEY: SECRET };
    return { FILE_STORE: 's3', FILE_S3_ENDPOINT: this.endpoint, FILE_S3_BUCKET: BUCKET, ...keys };
  }

  async up(): Promise<void> {
    const script = join(dirname(createRequire(__filename).resolve('s3rver/package.json')), 'bin', 's3rver.js');
    const address = ['-a', '127.0.0.1', '-p', String(this.port), '-d', this.folder];
    this.process = spawn(process.execPath, [script, ...address, '-s', '--configure-bucket', BUCKET], {
      stdio: 'ignore',
    });
    await eventually(async () => (await fetch(this.endpoint)).status > 0, { describe: 'the object store to listen' });
  }

  async down(): Promise<void> {
    const ended = new Promise((resolve) => this.process?.once('exit', resolve));
    this.process?.kill('SIGKILL');
    await ended;
  }

  /** How many objects lie under a file. */
  objectsOf(fileId: string): number {
    try {
      return readdirSync(join(this.folder, BUCKET, fileId)).filter((name) => name.endsWith('_object')).length;
    } catch {
      return 0;
    }
  }

  async stop(): Promise<void> {
    await this.down();
    rmSync(this.folder, { recursive: true, force: true });
  }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
