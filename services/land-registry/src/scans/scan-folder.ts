import { createHash, randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Injectable } from '@nestjs/common';
import { LandRegistryConfig } from '../land-registry.config';
import { landErrors } from '../land-registry.errors';

/** The office's own scans on its own disk, each under the hash of its bytes. */
@Injectable()
export class ScanFolder {
  constructor(private readonly config: LandRegistryConfig) {}

  /** Where the scan with this hash lies. */
  pathOf(sha256: string): string {
    return join(this.config.scansFolder, sha256);
  }

  /** Keeps a scan, and says its hash. @throws land-registry.SCAN_TOO_LARGE, SCAN_EMPTY */
  async keep(body: AsyncIterable<Buffer>): Promise<string> {
    await mkdir(this.config.scansFolder, { recursive: true });
    const coming = join(this.config.scansFolder, `${randomUUID()}.coming`);
    try {
      const sum = createHash('sha256');
      await pipeline(
        counted(body, this.config.scanLimitBytes, (bytes) => sum.update(bytes)),
        createWriteStream(coming),
      );
      const sha256 = sum.digest('base64url');
      await rename(coming, this.pathOf(sha256));
      return sha256;
    } catch (error) {
      await rm(coming, { force: true });
      throw error;
    }
  }
}

async function* counted(
  body: AsyncIterable<Buffer>,
  limitBytes: number,
  onBytes: (bytes: Buffer) => void,
): AsyncGenerator<Buffer> {
  let size = 0;
  for await (const bytes of body) {
    size += bytes.length;
    if (size > limitBytes) throw landErrors.SCAN_TOO_LARGE({ limitBytes });
    onBytes(bytes);
    yield bytes;
  }
  if (size === 0) throw landErrors.SCAN_EMPTY();
}
