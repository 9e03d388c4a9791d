import { Injectable } from '@nestjs/common';
import { FilesConfig } from './files.config';
import { fileErrors } from './files.errors';

/** Bounds how many bodies one instance moves at a time, and so its memory; and how many of them are one member's. */
@Injectable()
export class Transfers {
  private readonly running = new Map<string, number>();

  constructor(private readonly config: FilesConfig) {}

  /** @throws files.TRANSFERS_BUSY */
  async during<T>(member: string, work: () => Promise<T>): Promise<T> {
    const { fileTransfers, fileTransfersPerMember } = this.config;
    const own = this.running.get(member) ?? 0;
    const all = [...this.running.values()].reduce((sum, count) => sum + count, 0);
    if (all >= fileTransfers || own >= fileTransfersPerMember) throw fileErrors.TRANSFERS_BUSY();
    this.running.set(member, own + 1);
    try {
      return await work();
    } finally {
      this.leave(member);
    }
  }

  private leave(member: string): void {
    const left = (this.running.get(member) ?? 0) - 1;
    if (left > 0) this.running.set(member, left);
    else this.running.delete(member);
  }
}
