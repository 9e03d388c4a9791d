import { Injectable } from '@nestjs/common';
import { TimerBook } from '@lienthong/service-host';
import type { LandDossier } from '../dossiers/land-dossier.state';

/** Timers of conveyances whose deregistration, filed together with them, has still to arrive. */
export const RELEASE_TIMER = 'filed-with';

const SHORTEST_MS = 1_000;

/** The check is tried again soon, and ever less often: after as long as the dossier has waited already. */
@Injectable()
export class AwaitedRelease {
  constructor(private readonly timers: TimerBook) {}

  async tryAgain({ dossierCode, receivedAt }: LandDossier, at: Date): Promise<void> {
    const waitedMs = at.getTime() - receivedAt.getTime();
    await this.timers.set(RELEASE_TIMER, dossierCode, new Date(at.getTime() + Math.max(SHORTEST_MS, waitedMs)));
  }

  async clear(dossierCode: string): Promise<void> {
    await this.timers.clear(RELEASE_TIMER, dossierCode);
  }
}
