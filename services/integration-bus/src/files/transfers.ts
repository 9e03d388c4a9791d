import { Injectable } from '@nestjs/common';
import { FilesConfig } from './files.config';
import { fileErrors } from './files.errors';

/** Bounds how many bodies one instance moves at a time, and so its memory. */
@Injectable()
export class Transfers {
  private running = 0;

  constructor(private readonly config: FilesConfig) {}

  /** @throws files.TRANSFERS_BUSY */
  async during<T>(work: () => Promise<T>): Promise<T> {
    if (this.running >= this.config.fileTransfers) throw fileErrors.TRANSFERS_BUSY();
    this.running += 1;
    try {
      return await work();
    } finally {
      this.running -= 1;
    }
  }
}
