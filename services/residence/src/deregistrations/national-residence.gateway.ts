import { Injectable } from '@nestjs/common';
import { Clock, localDate } from '@lienthong/kernel';
import { ResidenceConfig } from '../residence.config';
import type { Deregistration } from './deregistration.state';
import type { NationalAnswer } from './national-answer.state';

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

/** The local stand-in: it answers some time after the request was forwarded, each request in its turn as it was told to. */
@Injectable()
export class LocalNationalResidence extends NationalResidenceGateway {
  private readonly asked = new Map<string, { readonly answer: NationalAnswer; times: number }>();

  constructor(
    private readonly config: ResidenceConfig,
    private readonly clock: Clock,
  ) {
    super();
  }

  async ask({ dossierCode, since }: Deregistration): Promise<ProvinceAnswer | undefined> {
    const turn = this.turnOf(dossierCode);
    turn.times += 1;
    if (turn.answer === 'away' && turn.times === 1) throw new Error('the national axis does not answer');
    const now = this.clock.now();
    if (now.getTime() - since.getTime() < this.config.nationalAnswerAfterMs) return undefined;
    const outcome = turn.answer === 'nothing-to-delete' ? turn.answer : 'deregistered';
    return { outcome, endedOn: localDate(now) };
  }

  async revoke(): Promise<boolean> {
    return true;
  }

  private turnOf(dossierCode: string): { readonly answer: NationalAnswer; times: number } {
    const { nationalAnswers: answers } = this.config;
    const answer = answers[this.asked.size % answers.length] ?? 'deregistered';
    const turn = this.asked.get(dossierCode) ?? { answer, times: 0 };
    this.asked.set(dossierCode, turn);
    return turn;
  }
}
