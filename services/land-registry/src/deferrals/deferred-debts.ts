import { Injectable } from '@nestjs/common';
import { DeferredPaymentAskedV1 } from '@lienthong/contracts';
import { UnitOfWork } from '@lienthong/persistence';
import { type CheckFault, faultOf } from '../dossiers/check-dossier.rules';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import type { LandDossier } from '../dossiers/land-dossier.state';
import type { Encumbrance } from '../encumbrances/encumbrance.state';
import { landErrors } from '../land-registry.errors';
import { ParcelEntity } from '../parcels/parcel.entity';
import { type Parcel, parcelKey, parcelName } from '../parcels/parcel.state';
import { DeferredDebtEntity } from './deferred-debt.entity';
import { notesToRemove } from './deferred-debt.rules';

/**
 * The note of a debt goes only when the tax office has said that the debt is booked (1.013988, L10). A note that was entered
 * from before, of no dossier of this office, is removed on the paper that proves the payment.
 */
@Injectable()
export class DeferredDebts {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  async faultsOf({ request }: LandDossier, parcels: readonly Parcel[]): Promise<readonly CheckFault[]> {
    const faults: CheckFault[] = [];
    for (const { parcel, note } of notesToRemove(request, parcels)) {
      if (!(await this.debtorOf(note))) continue;
      const { registerNumber } = note;
      const open = landErrors.DEFERRED_DEBT_OPEN({ parcel: parcelName(parcel), registerNumber });
      faults.push(faultOf('RELEASE', open));
    }
    return faults;
  }

  /** Of a removal that was refused for an open debt: the tax office is asked to make it payable, each debt once. */
  async askPayment(removal: LandDossier): Promise<void> {
    if (removal.request?.changeKind !== 'deferral-removal') return;
    const parcels: Parcel[] = [];
    for (const place of removal.content.parcels) {
      const parcel = await this.unitOfWork.find(ParcelEntity, parcelKey(place));
      if (parcel) parcels.push(parcel);
    }
    const asked = new Set<string>();
    for (const { note } of notesToRemove(removal.request, parcels)) {
      const debtor = await this.debtorOf(note);
      if (!debtor?.taxOffice || asked.has(debtor.dossierCode)) continue;
      asked.add(debtor.dossierCode);
      const { dossierCode, taxOffice } = debtor;
      const { registerNumber } = note;
      this.unitOfWork.send(
        DeferredPaymentAskedV1,
        { dossierCode, registerNumber, releaseDossierCode: removal.dossierCode },
        {
          fromOffice: debtor.office,
          to: [{ member: 'tax', office: taxOffice }],
          causationId: removal.workMessageId,
        },
      );
    }
  }

  /** The dossier whose debt it is, while the tax office has not said that it is paid. */
  private async debtorOf({ dossierCode }: Encumbrance): Promise<LandDossier | undefined> {
    if (dossierCode === undefined) return undefined;
    const debt = await this.unitOfWork.read(DeferredDebtEntity, dossierCode);
    return debt?.open.length === 0 ? undefined : this.unitOfWork.read(LandDossierEntity, dossierCode);
  }
}
