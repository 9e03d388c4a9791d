import { Injectable } from '@nestjs/common';
import { TransferSlipWithdrawnV1 } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { type Act, advance } from '../dossiers/land-procedure.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { officePapers } from '../dossiers/office-papers.data';
import { landErrors } from '../land-registry.errors';
import { SentSlip } from './sent-slip.entity';

/** Why a slip is taken back, and by which document. */
export interface Withdrawal extends Pick<TransferSlipWithdrawnV1, 'cause' | 'reason' | 'documentNumber'> {}

/** M15: a slip that is at the tax office is taken back. */
@Injectable()
export class WithdrawSlip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
  ) {}

  /** The slip was wrong: the dossier goes back to its correction. @throws land-registry.SLIP_NOT_AT_TAX */
  async run(dossier: LandDossier, withdrawal: Omit<Withdrawal, 'cause'>, act: Act): Promise<LandDossier> {
    const { dossierCode } = dossier;
    const withdrawn = advance(dossier, { backTo: 'correct-slip', reason: withdrawal.reason }, act);
    const told = await this.tell(withdrawn, { ...withdrawal, cause: 'wrong-slip' }, act);
    if (!told) throw landErrors.SLIP_NOT_AT_TAX({ dossierCode });
    this.unitOfWork.save(LandDossierEntity, withdrawn);
    return withdrawn;
  }

  /** Tells the tax office, where a slip of the dossier is there; says whether one was. */
  async tell(dossier: LandDossier, { cause, reason, ...rest }: Withdrawal, act: Act): Promise<boolean> {
    const { slip, taxOffice, dossierCode, office, workMessageId } = dossier;
    const sent = await this.standing(slip?.slipId, slip?.replacesSlipId);
    if (!sent || !taxOffice) return false;
    const { slipId, content } = sent;
    const documentNumber = rest.documentNumber ?? (await this.books.next(officePapers.slipWithdrawal, office));
    this.unitOfWork.save(SentSlip, { ...sent, state: 'withdrawn', endedAt: act.at, reason });
    this.unitOfWork.send(
      TransferSlipWithdrawnV1,
      {
        dossierCode,
        slipId,
        slipNumber: content.slipNumber,
        withdrawnAt: instantText(act.at),
        cause,
        reason,
        documentNumber,
      },
      { fromOffice: office, to: [{ member: 'tax', office: taxOffice }], causationId: workMessageId },
    );
    return true;
  }

  /** The version that the tax office has: the last one, or the one before while its successor is not signed. */
  private async standing(...slipIds: readonly (string | undefined)[]): Promise<SentSlip | undefined> {
    for (const slipId of slipIds) {
      const sent = slipId === undefined ? undefined : await this.unitOfWork.find(SentSlip, slipId);
      if (sent) return sent.state === 'withdrawn' ? undefined : sent;
    }
    return undefined;
  }
}
