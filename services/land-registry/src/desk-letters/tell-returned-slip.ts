import { Injectable } from '@nestjs/common';
import { ReturnedSlipToldV1, type SlipFault } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { slipSentAt, toIntake } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';

export interface ReturnedSlip {
  readonly slipNumber: string;
  readonly returnedAt: string;
  readonly faults: readonly SlipFault[];
}

/** M54: the desk hears that the slip came back, and from when to when the land office's clock stood. */
@Injectable()
export class TellReturnedSlip {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  /** @param dossier as it was before the slip came back */
  run(dossier: LandDossier, { slipNumber, returnedAt, faults }: ReturnedSlip): void {
    const { dossierCode, receiptNumber } = dossier;
    const sentAt = slipSentAt(dossier) ?? returnedAt;
    const told = { dossierCode, receiptNumber, slipNumber, sentAt, returnedAt, faults };
    this.unitOfWork.send(ReturnedSlipToldV1, told, toIntake(dossier));
  }
}
