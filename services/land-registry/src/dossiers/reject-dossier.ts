import { Injectable } from '@nestjs/common';
import { ProcessingConcludedV1 } from '@lienthong/contracts';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { freeParcels } from '../parcels/free-parcels';
import { WithdrawSlip } from '../slips/withdraw-slip';
import { LandDossierEntity } from './land-dossier.entity';
import { toIntake } from './land-dossier.rules';
import type { LandDossier } from './land-dossier.state';
import type { Act } from './land-procedure.rules';
import { officePapers } from './office-papers.data';
import { rejected } from './reject-dossier.rules';

/** M50 "refused" on the office's own judgement: the parcels are free, a slip that has gone is taken back (M15). */
@Injectable()
export class RejectDossier {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly withdrawSlip: WithdrawSlip,
  ) {}

  async run(dossier: LandDossier, reason: string, act: Act): Promise<LandDossier> {
    const { dossierCode, office } = dossier;
    const documentNumber = await this.books.next(officePapers.refusal, office);
    const ended = rejected(dossier, { reason, documentNumber }, act);
    this.unitOfWork.save(LandDossierEntity, ended);
    await this.withdrawSlip.tell(ended, { cause: 'dossier-withdrawn', reason }, act);
    await freeParcels(this.unitOfWork, ended);
    this.unitOfWork.send(
      ProcessingConcludedV1,
      { dossierCode, outcome: 'rejected', concludedAt: instantText(act.at), reason, documentNumber },
      toIntake(ended),
    );
    return ended;
  }
}
