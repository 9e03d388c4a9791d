import { Injectable } from '@nestjs/common';
import { ProcessingConcludedV1, ProgressChangedV1, type SlipLand } from '@lienthong/contracts';
import { Clock, instantText, localDate, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { RELEASES } from '../encumbrances/blocks.data';
import { EncumbranceCheck } from '../encumbrances/encumbrance-check';
import { landErrors } from '../land-registry.errors';
import { ParcelEntity } from '../parcels/parcel.entity';
import { hold } from '../parcels/parcel.rules';
import { parcelKey } from '../parcels/parcel.state';
import { PricePositionEntity } from '../prices/price-position.entity';
import { pricePositionKey } from '../prices/price-position.state';
import { draftSlip } from '../slips/transfer-slip.rules';
import { checkRequest, checkedAndPrepared, owes } from '../requests/check-request.rules';
import { pricePlaces } from '../requests/purpose-change.rules';
import { checkDossier, type CheckFault, type CheckResult, type Register, writtenReason } from './check-dossier.rules';
import { LandDossierEntity } from './land-dossier.entity';
import { changeKindOf, toIntake } from './land-dossier.rules';
import type { LandDossier } from './land-dossier.state';
import { type Act, advance } from './land-procedure.rules';
import { officePapers } from './office-papers.data';

/** The check step: refuses in writing, or holds the parcels and drafts the slip. */
@Injectable()
export class CheckDossier {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly encumbrances: EncumbranceCheck,
    private readonly clock: Clock,
  ) {}

  /** Whether a deregistration filed together with it has to arrive first: the two travel in streams of their own. */
  async isReleaseAwaited(dossier: LandDossier): Promise<boolean> {
    if (dossier.content.filedWith === undefined) return false;
    return this.encumbrances.isReleaseAwaited(dossier, await this.register(dossier));
  }

  /** @throws land-registry.FILED_WITH_AWAITED */
  async run(dossier: LandDossier, act: Act): Promise<LandDossier> {
    const register = await this.register(dossier);
    await this.requireReleaseHere(dossier, register);
    const result = await this.check(dossier, register);
    const checked =
      result.kind === 'refused'
        ? await this.refuse(dossier, result.faults, act)
        : await this.accept(dossier, { register, parcels: result.parcels }, act);
    this.unitOfWork.save(LandDossierEntity, checked);
    return checked;
  }

  private async requireReleaseHere(dossier: LandDossier, register: Register): Promise<void> {
    if (!(await this.encumbrances.isReleaseAwaited(dossier, register))) return;
    const { dossierCode, content } = dossier;
    throw landErrors.FILED_WITH_AWAITED({ dossierCode, filedWith: content.filedWith ?? '-' });
  }

  private async check(dossier: LandDossier, register: Register): Promise<CheckResult> {
    const { content, request } = dossier;
    const compared = request ? checkRequest(dossier, request, register) : checkDossier(content, register);
    const blocked = await this.encumbrances.faultsOf(dossier, register);
    if (blocked.length === 0) return compared;
    return { kind: 'refused', faults: [...(compared.kind === 'refused' ? compared.faults : []), ...blocked] };
  }

  private async refuse(dossier: LandDossier, faults: readonly CheckFault[], act: Act): Promise<LandDossier> {
    const reason = writtenReason(faults);
    const documentNumber = await this.books.next(officePapers.refusal, dossier.office);
    const refusal = { checkedBy: act.by, reason, documentNumber, checkFaults: faults };
    const rejected = advance(dossier, ProcessingConcludedV1, act, refusal);
    const { dossierCode } = dossier;
    this.unitOfWork.send(
      ProcessingConcludedV1,
      { dossierCode, outcome: 'rejected', concludedAt: instantText(act.at), reason, documentNumber },
      toIntake(rejected),
    );
    return rejected;
  }

  private async accept(
    dossier: LandDossier,
    { register, parcels }: { readonly register: Register; readonly parcels: readonly SlipLand[] },
    act: Act,
  ): Promise<LandDossier> {
    const { dossierCode, office } = dossier;
    const isFree = dossier.request !== undefined && !owes(dossier);
    const checked = isFree
      ? checkedAndPrepared(dossier, act)
      : advance(dossier, ProgressChangedV1, act, { checkedBy: act.by });
    if (!RELEASES.includes(changeKindOf(dossier))) {
      for (const parcel of register.parcels.values()) this.unitOfWork.save(ParcelEntity, hold(parcel, dossierCode));
    }
    this.unitOfWork.send(
      ProgressChangedV1,
      { dossierCode, step: 'checked', at: instantText(act.at) },
      toIntake(checked),
    );
    if (isFree) return checked;
    const slipNumber = await this.books.next(officePapers.slip, office);
    const on = localDate(act.at);
    const certificate = [...register.parcels.values()][0]?.certificate;
    return advance(
      checked,
      'draft-slip',
      act,
      draftSlip(checked, { slipId: newId(this.clock), slipNumber, parcels, on, certificate }),
    );
  }

  private async register({ content, request }: LandDossier): Promise<Register> {
    const parcels = new Map<string, ParcelEntity>();
    const prices = new Map<string, PricePositionEntity>();
    for (const parcel of content.parcels) {
      const registered = await this.unitOfWork.find(ParcelEntity, parcelKey(parcel));
      if (registered) parcels.set(registered.key, registered);
    }
    for (const place of request ? pricePlaces(request) : content.parcels.map(pricePositionKey)) {
      const position = await this.unitOfWork.read(PricePositionEntity, place);
      if (position) prices.set(position.key, position);
    }
    return { parcels, prices };
  }
}
