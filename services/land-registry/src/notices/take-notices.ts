import { Injectable } from '@nestjs/common';
import {
  fitFirstVersion,
  type PaymentNoticeV2,
  TaxResultsAvailableV1,
  TaxResultsAvailableV2,
} from '@lienthong/contracts';
import { localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import {
  isSlipInHand,
  noticesArrived,
  noticesKept,
  slipSentAt,
  taxResults,
  toIntake,
} from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { Act } from '../dossiers/land-procedure.rules';

/** Keeps notices by number and tells the one-stop desk what each party has to pay (M20, M16, M51). */
@Injectable()
export class TakeNotices {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  run(dossier: LandDossier, notices: readonly PaymentNoticeV2[], act: Act, slipId?: string): LandDossier {
    const { dossierCode, receiptNumber } = dossier;
    const inHand = slipId !== undefined && isSlipInHand(dossier, slipId);
    const noticed = inHand ? noticesKept(dossier, notices) : noticesArrived(dossier, notices, act);
    this.unitOfWork.save(LandDossierEntity, noticed);
    const results = taxResults(notices);
    if (results.length === 0) return noticed;
    const sentAt = slipSentAt(dossier);
    const told = {
      dossierCode,
      receiptNumber,
      arrivedOn: localDate(act.at),
      ...(sentAt !== undefined && { slipSentAt: sentAt }),
    };
    const desk = toIntake(noticed);
    if (fitFirstVersion(results)) this.unitOfWork.send(TaxResultsAvailableV1, { ...told, results }, desk);
    else this.unitOfWork.send(TaxResultsAvailableV2, { ...told, results }, desk);
    return noticed;
  }
}
