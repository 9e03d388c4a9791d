import type { PaymentNoticesWithdrawnV1 } from '@lienthong/contracts';
import { Injectable } from '@nestjs/common';
import type { ComputedAssessment } from '../assessments/assessment.state';
import { TellDeferredDebt } from '../deferrals/tell-deferred-debt';
import { TaxGateway } from '../gateway/tax-gateway';
import { OfficeTerms } from '../law/office-terms';
import type { Obligation } from '../obligations/obligation.entity';
import { fulfilment } from '../obligations/obligation.rules';
import type { PayableItem } from '../obligations/payable-item.entity';
import { toBoth } from '../obligations/settle-items';
import type { NoticeChanges } from './notice-changes.state';
import { EXEMPT_NOW, noticesIssued, nothingDue } from './notice-messages.rules';
import { PublishItems } from './publish-items';

/** The obligation of a dossier before and after its notices. */
export interface ObligationChange {
  readonly before: Obligation | undefined;
  readonly after: Obligation;
}

/** Tells land office and desk of notices, bank and treasury of their items. */
@Injectable()
export class TellNotices {
  constructor(
    private readonly gateway: TaxGateway,
    private readonly published: PublishItems,
    private readonly terms: OfficeTerms,
    private readonly deferredDebt: TellDeferredDebt,
  ) {}

  /** M20 and M22 only where something is due; M21 says that nothing is, M40 that all is settled, and either is said once. */
  issued(assessment: ComputedAssessment, changes: NoticeChanges, { before, after }: ObligationChange): void {
    const {
      dossierCode,
      slipNumber: document,
      office,
      landOffice,
      collection,
      slipMessageId: causationId,
    } = assessment;
    const whose = { office, collection, causationId };
    const both = { ...toBoth(after), causationId };
    const concludes = before?.fulfilledOn === undefined ? fulfilment(after) : undefined;
    const isNothingDue = concludes !== undefined && concludes.items.length === 0;
    const { withdrawn: noticeNumbers } = changes;
    if (noticeNumbers.length > 0) {
      const withdrawal = { dossierCode, noticeNumbers, withdrawnOn: this.terms.today(), reason: EXEMPT_NOW, document };
      this.gateway.noticesWithdrawn(withdrawal, both);
    }
    if (changes.issued.length > 0 && !isNothingDue) {
      const to = [{ member: 'land-registry', office: landOffice }];
      this.gateway.noticesIssued(noticesIssued(assessment, changes.issued), { fromOffice: office, to, causationId });
    }
    this.published.close(changes.closed, whose);
    this.published.publish(changes.opened, whose);
    if (isNothingDue) this.gateway.nothingDue(nothingDue(assessment, after, this.terms.today()), both);
    else if (concludes) this.gateway.obligationFulfilled(concludes, both);
  }

  /** M23: the notices, and the items that nobody owes any more; nor the debt that a certificate names. */
  async withdrawn(
    body: PaymentNoticesWithdrawnV1,
    ended: readonly PayableItem[],
    { obligation, causationId }: { readonly obligation: Obligation; readonly causationId: string | undefined },
  ): Promise<void> {
    const cause = causationId === undefined ? {} : { causationId };
    this.gateway.noticesWithdrawn(body, { ...toBoth(obligation), ...cause });
    this.published.close(ended, { ...obligation, ...cause });
    const isOnCertificate = obligation.fulfilledOn !== undefined && obligation.deferred.length > 0;
    if (isOnCertificate) await this.deferredDebt.run({ ...obligation, settled: [], deferred: [] }, causationId);
  }
}
