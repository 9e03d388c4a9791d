import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import { Obligation } from '../obligations/obligation.entity';
import { closed } from '../obligations/payable-item.rules';
import { SettleItems } from '../obligations/settle-items';
import { taxErrors } from '../tax.errors';
import { PaymentNoticeRow } from './payment-notice.entity';
import { StandingNotices } from './standing-notices';
import { TellNotices } from './tell-notices';

/** Why the notices of a dossier are withdrawn: the slip was (M15), or the office found that they should not have been. */
export interface Withdrawal {
  readonly dossierCode: string;
  readonly reason: string;
  readonly document: string;
  /** The message that brought it. */
  readonly causationId?: string;
}

/** M23: all notices of the dossier; what is unpaid is closed, what was paid is overpaid and never paid back by itself (F7). */
@Injectable()
export class WithdrawNotices {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly standing: StandingNotices,
    private readonly words: TellNotices,
    private readonly money: SettleItems,
    private readonly terms: OfficeTerms,
  ) {}

  /** The numbers of the notices that were withdrawn; none when none stands. */
  async withdraw({ dossierCode, reason, document, causationId }: Withdrawal): Promise<readonly string[]> {
    const { notices, items } = await this.standing.of(dossierCode);
    const obligation = await this.unitOfWork.find(Obligation, dossierCode);
    if (!obligation || notices.length === 0) return [];
    const closedOn = this.terms.today();
    for (const notice of notices)
      this.unitOfWork.save(PaymentNoticeRow, { ...notice, withdrawal: { on: closedOn, reason, document } });
    const ended = items.map((item) => closed(item, { closedOn, closedFor: 'withdrawn' }));
    const after: Obligation = {
      ...obligation,
      noticeNumbers: [],
      itemIds: [],
      settled: [],
      deferred: [],
      withdrawnOn: closedOn,
    };
    this.unitOfWork.save(Obligation, after);
    const noticeNumbers = notices.map(({ number }) => number);
    const body = { dossierCode, noticeNumbers, withdrawnOn: closedOn, reason, document };
    await this.words.withdrawn(body, ended, { obligation, causationId });
    for (const item of ended) await this.money.settle(item);
    return noticeNumbers;
  }

  /** Like `withdraw`, where there must be something to withdraw. @throws tax.NOTICES_NOT_STANDING */
  async withdrawStanding(withdrawal: Withdrawal): Promise<readonly string[]> {
    const numbers = await this.withdraw(withdrawal);
    if (numbers.length === 0) throw taxErrors.NOTICES_NOT_STANDING({ dossierCode: withdrawal.dossierCode });
    return numbers;
  }
}
