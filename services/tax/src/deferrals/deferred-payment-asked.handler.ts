import { DeferredPaymentAskedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { Controller } from '@nestjs/common';
import { Obligation } from '../obligations/obligation.entity';
import { taxErrors } from '../tax.errors';
import { PublishDeferred } from './publish-deferred';
import { TellDeferredDebt } from './tell-deferred-debt';

/** The note of a debt is to be removed (1.013988): it can be paid from now on, and the land office hears how it stands. */
@Controller()
export class DeferredPaymentAskedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly published: PublishDeferred,
    private readonly debt: TellDeferredDebt,
  ) {}

  @Handles(DeferredPaymentAskedV1, { loads: [[Obligation, (body) => body.dossierCode]] })
  async handle({ id, senderOffice, body: { dossierCode } }: Received<DeferredPaymentAskedV1>): Promise<void> {
    const obligation = await this.unitOfWork.find(Obligation, dossierCode);
    if (obligation?.landOffice !== senderOffice) throw taxErrors.DEFERRED_DEBT_UNKNOWN({ dossierCode });
    await this.published.run(obligation, id);
    await this.debt.run(obligation, id);
  }
}
