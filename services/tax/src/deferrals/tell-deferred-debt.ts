import { DeferredDebtToldV1, type SettledItem } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { Injectable } from '@nestjs/common';
import { OfficeTerms } from '../law/office-terms';
import type { Obligation } from '../obligations/obligation.entity';
import { PayableItem } from '../obligations/payable-item.entity';

/** Tells the land office how the debt stands that is noted on its certificate: all of it, each time (F19, L10). */
@Injectable()
export class TellDeferredDebt {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly terms: OfficeTerms,
  ) {}

  async run(obligation: Obligation, causationId?: string): Promise<void> {
    const { dossierCode, office: fromOffice, landOffice, deferred: open } = obligation;
    const settled = await this.settledOf(obligation);
    const to = [{ member: 'land-registry', office: landOffice }];
    this.unitOfWork.send(
      DeferredDebtToldV1,
      { dossierCode, toldOn: this.terms.today(), open, settled },
      { fromOffice, to, ...(causationId !== undefined && { causationId }) },
    );
  }

  private async settledOf({ settled }: Obligation): Promise<readonly SettledItem[]> {
    const were: SettledItem[] = [];
    for (const item of settled)
      if ((await this.unitOfWork.get(PayableItem, item.payableItemId)).deferred) were.push(item);
    return were;
  }
}
