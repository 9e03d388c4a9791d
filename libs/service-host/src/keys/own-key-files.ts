import { Logger } from '@nestjs/common';
import { type PrivateKeyJwk, type Signer, signerFromJwk } from '@lienthong/envelope';
import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { homeFiles } from './home-files';
import { keysErrors } from './keys.errors';
import { WatchedFile } from './watched-file';

const LOOK_EVERY_MS = 1_000;
const KEY_FILE = /\.jwk\.json$/;

/**
 * The private keys of a member in its home: `keys/<member>.jwk.json`, and those that came later in `keys/<member>/`. The
 * folder is looked at once a second, so that a key is there without a restart; a file that is no key is left out, and said.
 */
export class OwnKeyFiles {
  private readonly logger = new Logger(OwnKeyFiles.name);
  private readonly files = new Map<string, WatchedFile<Signer | undefined>>();
  private readonly first: string;
  private readonly folder: string;
  private lookedAtMs = Number.NEGATIVE_INFINITY;
  private signers: readonly Signer[] = [];

  constructor(home: string, member: string) {
    this.first = join(home, homeFiles.memberKey(member));
    this.folder = join(home, homeFiles.memberKeys(member));
  }

  /** The oldest first. @throws keys.PRIVATE_KEY_MISSING while there is none */
  current(): readonly Signer[] {
    if (performance.now() - this.lookedAtMs >= LOOK_EVERY_MS) this.look();
    if (this.signers.length === 0) throw keysErrors.PRIVATE_KEY_MISSING({ file: this.first });
    return this.signers;
  }

  private look(): void {
    this.lookedAtMs = performance.now();
    const paths = [this.first, ...keyFilesIn(this.folder)];
    for (const path of this.files.keys()) if (!paths.includes(path)) this.files.delete(path);
    this.signers = paths.flatMap((path) => this.read(path) ?? []);
  }

  private read(path: string): Signer | undefined {
    const file = this.files.get(path) ?? new WatchedFile(path, (text) => this.parse(path, text));
    this.files.set(path, file);
    return file.current();
  }

  /** The error may quote the key: it is not passed on. */
  private parse(path: string, text: string): Signer | undefined {
    try {
      return signerFromJwk(JSON.parse(text) as PrivateKeyJwk);
    } catch {
      this.logger.error({ file: basename(path), msg: 'this file holds no Ed25519 private key; it is not used' });
      return undefined;
    }
  }
}

function keyFilesIn(folder: string): readonly string[] {
  try {
    return readdirSync(folder)
      .filter((name) => KEY_FILE.test(name))
      .sort()
      .map((name) => join(folder, name));
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}
