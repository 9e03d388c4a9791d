import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { ResidenceConfig } from '../residence.config';
import type { Deregistration } from './deregistration.state';

/** What the police of another province have done. */
export type ProvinceAnswer =
  | { readonly outcome: 'deregistered'; readonly endedOn: string }
  | { readonly outcome: 'nothing-to-delete'; readonly endedOn: string };

/**
 * The road to the police of another province, over the national axis. Asking is repeatable by the dossier code: the first
 * question forwards the request, every later one asks for its answer; nothing yet is `undefined`.
 */
export abstract class NationalResidenceGateway {
  abstract ask(request: Deregistration): Promise<ProvinceAnswer | undefined>;

  /** The death was revoked: what was forwarded ends, what was done is reversed. Repeatable; `true` once it is confirmed. */
  abstract revoke(request: Deregistration): Promise<boolean>;
}

/** The local stand-in: it answers some time after the request was forwarded. */
@Injectable()
export class LocalNationalResidence extends NationalResidenceGateway {
  constructor(
    private readonly config: ResidenceConfig,
    private readonly clock: Clock,
  ) {
    super();
  }

  async ask({ since }: Deregistration): Promise<ProvinceAnswer | undefined> {
    const now = this.clock.now();
    if (now.getTime() - since.getTime() < this.config.nationalAnswerAfterMs) return undefined;
    return { outcome: 'deregistered', endedOn: localDate(now) };
  }

  async revoke(): Promise<boolean> {
    return true;
  }
}
