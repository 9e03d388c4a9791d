import { Injectable } from '@nestjs/common';
import {
  type PaymentNotice,
  TaxResultsAvailableV1,
  TaxResultsAvailableV2,
  versionForNotices,
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

  run(dossier: LandDossier, notices: readonly PaymentNotice[], act: Act, slipId?: string): LandDossier {
    const { dossierCode, receiptNumber } = dossier;
    const inHand = slipId !== undefined && isSlipInHand(dossier, slipId);
    const noticed = inHand ? noticesKept(dossier, notices) : noticesArrived(dossier, notices, act);
    this.unitOfWork.save(LandDossierEntity, noticed);
    const results = taxResults(notices, dossierCode);
    if (results.length === 0) return noticed;
    const sentAt = slipSentAt(dossier);
    const payerNumbers = results.map(({ payerNumber }) => payerNumber);
    this.unitOfWork.send(
      versionForNotices({ payerNumbers, told: results }, TaxResultsAvailableV1, TaxResultsAvailableV2),
      {
        dossierCode,
        receiptNumber,
        arrivedOn: localDate(act.at),
        results,
        ...(sentAt !== undefined && { slipSentAt: sentAt }),
      },
      toIntake(noticed),
    );
    return noticed;
  }
}
