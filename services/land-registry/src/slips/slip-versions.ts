import { Injectable } from '@nestjs/common';
import { Clock, localDate, newId } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { type Act, advance } from '../dossiers/land-procedure.rules';
import type { LandDossier, SlipDraft } from '../dossiers/land-dossier.state';
import { officePapers } from '../dossiers/office-papers.data';
import { landErrors } from '../land-registry.errors';
import { SentSlip } from './sent-slip.entity';
import { amended, kindOfNext, nextVersion, type SlipChanges, slipOf, unsigned } from './slip-versions.rules';
import { taxOfficeOf } from './transfer-slip.rules';

/** The officer's work on the slip before it goes to the leader: drawing it up, correcting it, replacing it. */
@Injectable()
export class SlipVersions {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
    private readonly clock: Clock,
  ) {}

  /** Completes or changes a version that is not signed yet. */
  async amend(dossier: LandDossier, changes: SlipChanges, act: Act): Promise<LandDossier> {
    const { dossierCode, status } = dossier;
    if (status !== 'slip-drafted')
      throw landErrors.STEP_NOT_ALLOWED({ dossierCode, status, wanted: 'sign-slip', allowed: '-' });
    const slip = slipOf(dossier);
    const replaced = slip.replacesSlipId && (await this.unitOfWork.read(SentSlip, slip.replacesSlipId));
    const next = amended(slip, changes, replaced ? unsigned(replaced.content) : undefined);
    return this.keep({ ...dossier, checkedBy: act.by }, next, act);
  }

  /** M14: the next version in the place of one that the tax office gave back, or that the land office withdrew. */
  async correct(dossier: LandDossier, changes: SlipChanges, act: Act, reason?: string): Promise<LandDossier> {
    const { slipAnswerBy: _answered, ...answering } = dossier;
    const corrected = advance(answering, 'correct-slip', act, { checkedBy: act.by, slipFaults: [] });
    const before = slipOf(dossier);
    const sent = await this.unitOfWork.read(SentSlip, before.slipId);
    const slipNumber = await this.books.next(officePapers.slip, dossier.office);
    const version = { slipId: newId(this.clock), slipNumber, kind: kindOfNext(sent?.state) };
    const next = nextVersion(
      sent ? unsigned(sent.content) : before,
      { ...version, ...(reason !== undefined && { reason }) },
      changes,
    );
    return this.keep(corrected, next, act);
  }

  /** F5: the land office found its own slip wrong, and sends another without being asked. */
  replace(dossier: LandDossier, reason: string, changes: SlipChanges, act: Act): Promise<LandDossier> {
    return this.correct(advance(dossier, { backTo: 'correct-slip', reason }, act), changes, act, reason);
  }

  private keep(dossier: LandDossier, next: SlipDraft, act: Act): LandDossier {
    const taxOffice = taxOfficeOf(next.parcels, localDate(act.at));
    const slip = { ...next, taxOfficeCode: taxOffice.code, taxOfficeName: taxOffice.name };
    const kept = { ...dossier, slip, taxOffice: taxOffice.id };
    this.unitOfWork.save(LandDossierEntity, kept);
    return kept;
  }
}
