import { Injectable } from '@nestjs/common';
import type { NationalStateCode } from '@lienthong/procedures';
import { fieldStatus, isNotYetSent, judge, judgePush, type PushDecision, type Verdict } from './field-protocol.rules';
import { InterlinkedSoftware, type ToldStatus } from './interlinked-software';

/** Where this side keeps what it takes over. */
export interface DossierStore {
  state(code: string): Promise<NationalStateCode | undefined>;
  store(code: string, detail: unknown, how: Exclude<PushDecision, 'acknowledge-only'>): Promise<void>;
}

export interface Told {
  readonly code: string;
  readonly verdict: Verdict;
}

const NEW = 1;

/** The exchange with the interlinked software. */
@Injectable()
export class FieldExchange {
  constructor(private readonly software: InterlinkedSoftware) {}

  /** New dossiers are stored before they are acknowledged, so none is lost; known ones are acknowledged and ignored. */
  async takeNew(into: DossierStore): Promise<readonly Told[]> {
    const told: Told[] = [];
    for (const { code } of await this.software.listNew()) {
      const how = judgePush(await into.state(code));
      if (how !== 'acknowledge-only') await into.store(code, await this.software.detail(code), how);
      told.push({ code, verdict: judge(await this.software.acknowledge(code)) });
    }
    return told;
  }

  /** Tells a state, where the field has a status for it; a dossier that it does not know yet is sent first. */
  async tell(code: string, state: NationalStateCode, why: Omit<ToldStatus, 'status'> = {}): Promise<Verdict> {
    const status = fieldStatus(state);
    if (status === undefined) return 'success';
    const answer = await this.software.sendStatus(code, { status, ...why });
    if (!isNotYetSent(answer)) return judge(answer);
    await this.software.sendStatus(code, { status: NEW });
    return judge(await this.software.sendStatus(code, { status, ...why }));
  }
}
