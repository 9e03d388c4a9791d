import type { NationalStateCode } from '@lienthong/procedures';
import { fieldStatus, judge, judgePush, type PushDecision, type Verdict } from './field-protocol.rules';
import type { InterlinkedSoftware } from './interlinked-software';

/** Where this side keeps what it took over. */
export interface DossierStore<Detail> {
  state(code: string): Promise<NationalStateCode | undefined>;
  store(code: string, detail: Detail, how: Exclude<PushDecision, 'acknowledge-only'>): Promise<void>;
}

export interface Told {
  readonly code: string;
  readonly verdict: Verdict;
}

/** One exchange with the interlinked software: new dossiers are stored before they are acknowledged, so none is lost. */
export class FieldExchange<Detail> {
  constructor(
    private readonly software: InterlinkedSoftware<Detail>,
    private readonly store: DossierStore<Detail>,
  ) {}

  async takeNew(): Promise<readonly Told[]> {
    const told: Told[] = [];
    for (const { code } of await this.software.listNew()) {
      const how = judgePush(await this.store.state(code));
      if (how !== 'acknowledge-only') await this.store.store(code, await this.software.detail(code), how);
      told.push({ code, verdict: judge(await this.software.acknowledge(code)) });
    }
    return told;
  }

  /** Tells a state, where the field has a status for it. */
  async tell(code: string, state: NationalStateCode): Promise<Verdict> {
    const status = fieldStatus(state);
    return status === undefined ? 'success' : judge(await this.software.sendStatus(code, status));
  }
}
