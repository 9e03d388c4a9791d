import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { cachedDataVersionTag, deserialize, serialize } from 'node:v8';

/** What a process has loaded: which file each request of a folder meant, and the code of each file as V8 compiled it. */
export interface CompiledCode {
  readonly resolved: Map<string, string>;
  readonly code: Map<string, Buffer>;
}

interface Kept extends CompiledCode {
  readonly madeFor: string;
}

/**
 * Keeps the compiled code of a script of `dist` beside it, so that a new build begins anew; what another Node or other
 * packages have left is not read.
 */
export class CompiledCodeStore {
  private readonly file: string;
  private readonly madeFor: string;

  /** @throws when `dist` was not made by the build */
  constructor(script: string, root: string) {
    const dist = join(root, 'dist');
    const packages = statSync(join(root, 'node_modules', '.package-lock.json'));
    const key = createHash('sha256').update(script).digest('hex').slice(0, 16);
    this.file = join(dist, '.compiled', key);
    const built = readFileSync(join(dist, '.fingerprint'), 'utf8');
    this.madeFor = JSON.stringify([built, packages.mtimeMs, packages.size, process.version, cachedDataVersionTag()]);
  }

  read(): CompiledCode | undefined {
    try {
      const kept = deserialize(readFileSync(this.file)) as Kept;
      return kept.madeFor === this.madeFor ? kept : undefined;
    } catch {
      return undefined;
    }
  }

  /** Whole or not at all; where it cannot be written the next start is as slow as this one. */
  write({ resolved, code }: CompiledCode): void {
    try {
      const fresh = `${this.file}.${process.pid}`;
      mkdirSync(dirname(this.file), { recursive: true });
      writeFileSync(fresh, serialize({ madeFor: this.madeFor, resolved, code } satisfies Kept));
      renameSync(fresh, this.file);
    } catch {
      return;
    }
  }
}
