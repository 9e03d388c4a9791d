import { setTimeout as delay } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { MemberQuotas } from '../quotas/member-quotas';
import { FilesConfig } from './files.config';
import { fileErrors } from './files.errors';

/** The same bytes, no faster than the quota of the member. */
export type Paced = (bytes: AsyncIterable<Buffer>) => AsyncGenerator<Buffer>;

/** After so many bytes it is looked whether the next ones have to wait: seldom enough to be cheap, and no line falls silent. */
const STEP_BYTES = 65_536;

/** Bounds how many bodies one instance moves at a time, and so its memory; and how many and how fast of them are one member's. */
@Injectable()
export class Transfers {
  private readonly running = new Map<string, number>();

  constructor(
    private readonly config: FilesConfig,
    private readonly quotas: MemberQuotas,
  ) {}

  /** @throws files.TRANSFERS_BUSY, TRANSFERS_OF_MEMBER_BUSY */
  async during<T>(member: string, work: (paced: Paced) => Promise<T>): Promise<T> {
    const { fileTransfers, fileTransfersPerMember } = this.config;
    const own = this.running.get(member) ?? 0;
    const all = [...this.running.values()].reduce((sum, count) => sum + count, 0);
    if (own >= fileTransfersPerMember) throw fileErrors.TRANSFERS_OF_MEMBER_BUSY({ member, most: own });
    if (all >= fileTransfers) throw fileErrors.TRANSFERS_BUSY();
    this.running.set(member, own + 1);
    try {
      return await work((bytes) => this.paced(member, bytes));
    } finally {
      this.leave(member);
    }
  }

  private async *paced(member: string, bytes: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for await (const piece of bytes) {
      for (let at = 0; at < piece.length; at += STEP_BYTES) {
        const step = piece.subarray(at, at + STEP_BYTES);
        const waitMs = this.quotas.movedOfFile(member, step.length);
        if (waitMs > 0) await delay(waitMs);
        yield step;
      }
    }
  }

  private leave(member: string): void {
    const left = (this.running.get(member) ?? 0) - 1;
    if (left > 0) this.running.set(member, left);
    else this.running.delete(member);
  }
}
