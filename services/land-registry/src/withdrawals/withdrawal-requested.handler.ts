import { Controller } from '@nestjs/common';
import { ProcessingConcludedV1, WithdrawalRefusedV1, WithdrawalRequestedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { type Loaded, UnitOfWork } from '@lienthong/persistence';
import { TimerBook } from '@lienthong/service-host';
import { actOf } from '../dossiers/act';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { requireDesk, toIntake } from '../dossiers/land-dossier.rules';
import { freeParcels } from '../parcels/free-parcels';
import { ParcelEntity } from '../parcels/parcel.entity';
import { parcelKey } from '../parcels/parcel.state';
import { WithdrawSlip } from '../slips/withdraw-slip';
import { PAPERS_TIMER } from '../supplements/want-papers';
import { withdrawalObstacle, withdrawn } from './withdrawal.rules';

function parcelsOf({ dossierCode }: WithdrawalRequestedV1, loaded: Loaded): readonly string[] | undefined {
  return loaded.get(LandDossierEntity, dossierCode)?.content.parcels.map(parcelKey);
}

/** M01-cancel: the land office stops, takes its slip back (M15) and says so (M50); once signed, it says why it cannot (F8). */
@Controller()
export class WithdrawalRequestedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: TimerBook,
    private readonly withdrawSlip: WithdrawSlip,
    private readonly clock: Clock,
  ) {}

  @Handles(WithdrawalRequestedV1, {
    loads: [[LandDossierEntity, (body) => body.dossierCode]],
    thenLoads: [[ParcelEntity, parcelsOf]],
  })
  async handle(message: Received<WithdrawalRequestedV1>): Promise<void> {
    const { dossierCode, reason } = message.body;
    const dossier = await this.unitOfWork.get(LandDossierEntity, dossierCode);
    requireDesk(dossier, message.senderOffice);
    const act = actOf(message, this.clock.now());
    const obstacle = withdrawalObstacle(dossier);
    if (obstacle !== undefined) {
      const refused = { dossierCode, refusedAt: instantText(act.at), reason: obstacle };
      this.unitOfWork.send(WithdrawalRefusedV1, refused, { ...toIntake(dossier), causationId: message.id });
      return;
    }
    const ended = withdrawn(dossier, reason, act);
    this.unitOfWork.save(LandDossierEntity, ended);
    await this.withdrawSlip.tell(ended, { cause: 'dossier-withdrawn', reason }, act);
    await freeParcels(this.unitOfWork, ended);
    await this.timers.clear(PAPERS_TIMER, dossierCode);
    this.unitOfWork.send(
      ProcessingConcludedV1,
      { dossierCode, outcome: 'withdrawn', concludedAt: instantText(act.at), reason },
      toIntake(ended),
    );
  }
}
