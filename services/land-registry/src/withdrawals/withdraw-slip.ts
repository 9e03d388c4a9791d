import { Injectable } from '@nestjs/common';
import { TransferSlipWithdrawnV1 } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { Act } from '../dossiers/land-procedure.rules';
import { officePapers } from '../dossiers/office-papers.data';

/** M15: the tax office withdraws the notices of the slip (M23); money that was paid becomes an overpayment, never a refund. */
@Injectable()
export class WithdrawSlip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
  ) {}

  async run(
    { dossierCode, office, slip, taxOffice, workMessageId }: LandDossier,
    reason: string,
    act: Act,
  ): Promise<void> {
    if (!slip || !taxOffice) throw new Error(`dossier ${dossierCode} has no slip at a tax office`);
    const documentNumber = await this.books.next(officePapers.slipWithdrawal, office);
    const { slipId, slipNumber } = slip;
    this.unitOfWork.send(
      TransferSlipWithdrawnV1,
      {
        dossierCode,
        slipId,
        slipNumber,
        withdrawnAt: instantText(act.at),
        cause: 'dossier-withdrawn',
        reason,
        documentNumber,
      },
      { fromOffice: office, to: [{ member: 'tax', office: taxOffice }], causationId: workMessageId },
    );
  }
}
