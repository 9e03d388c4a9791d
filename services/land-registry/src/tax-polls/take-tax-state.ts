import { Injectable } from '@nestjs/common';
import type { TaxStateToldV1 } from '@lienthong/contracts';
import { dongText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { ReleaseCertificate } from '../certificates/release-certificate';
import { TakeFulfilment } from '../certificates/take-fulfilment';
import { TellReturnedSlip } from '../desk-letters/tell-returned-slip';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { isFulfilled, isSlipReceived, nothingDue, slipReturned } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { type Act, openStep } from '../dossiers/land-procedure.rules';
import { slipArrived } from '../dossiers/tax-clock.rules';
import { TakeNotices } from '../notices/take-notices';

const AWAITS_TAX: ReadonlySet<string | undefined> = new Set(['receive-slip', 'issue']);

/** Brings a dossier to where the tax office says that it stands; what is known already changes nothing. */
@Injectable()
export class TakeTaxState {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly takeNotices: TakeNotices,
    private readonly fulfilment: TakeFulfilment,
    private readonly release: ReleaseCertificate,
    private readonly tellReturnedSlip: TellReturnedSlip,
  ) {}

  async run(dossier: LandDossier, told: TaxStateToldV1, act: Act): Promise<void> {
    if (told.state === 'unknown') return;
    if (told.state === 'returned') return this.returned(dossier, told, act);
    const received = this.received(dossier, told, act);
    const noticed = this.noticed(received, told, act);
    if (told.state === 'fulfilled' && !isFulfilled(noticed)) await this.fulfilled(noticed, told, act);
  }

  /** Where nothing is settled nobody had to pay: it was M21 that was missed, else M40. */
  private async fulfilled(
    dossier: LandDossier,
    { fulfilledOn, settled = [], deferredItems }: TaxStateToldV1,
    act: Act,
  ): Promise<void> {
    if (fulfilledOn === undefined) return;
    const deferral = deferredItems && { deferredItems };
    if (settled.length === 0 && !dossier.reopened) {
      await this.release.run(nothingDue(dossier, { decidedOn: fulfilledOn, ...deferral }, act), act);
      return;
    }
    // A notice that was replaced before anybody here heard of it is named by its items still.
    const items = settled.filter(({ noticeNumber }) => noticeNumber in dossier.notices);
    const { dossierCode } = dossier;
    const body = { dossierCode, fulfilledOn, items, remainderDong: dongText(0n), ...deferral };
    await this.fulfilment.run(dossier, body, act);
  }

  private returned(dossier: LandDossier, { slipId: _its, faults = [], toldAt }: TaxStateToldV1, act: Act): void {
    if (!AWAITS_TAX.has(openStep(dossier)?.id)) return;
    this.unitOfWork.save(LandDossierEntity, slipReturned(dossier, faults, act));
    const slipNumber = dossier.slip?.slipNumber ?? '';
    if (faults.length > 0) this.tellReturnedSlip.run(dossier, { slipNumber, returnedAt: toldAt, faults });
  }

  private received(dossier: LandDossier, { receivedAt }: TaxStateToldV1, act: Act): LandDossier {
    if (isSlipReceived(dossier)) return dossier;
    const received = slipArrived(dossier, receivedAt, act);
    this.unitOfWork.save(LandDossierEntity, received);
    return received;
  }

  private noticed(dossier: LandDossier, { notices = [] }: TaxStateToldV1, act: Act): LandDossier {
    const unknown = notices.filter(({ number }) => !(number in dossier.notices));
    return unknown.length === 0 ? dossier : this.takeNotices.run(dossier, unknown, act);
  }
}
