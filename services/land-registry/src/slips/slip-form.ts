import { Injectable } from '@nestjs/common';
import { formsDay, type TransferSlipSentV2 } from '@lienthong/contracts';
import { Clock, instantText, localDate } from '@lienthong/kernel';
import { filled, type Paper, transferSlipForm } from '@lienthong/papers';
import { UnitOfWork } from '@lienthong/persistence';
import { PaperDesk, StaffDirectory } from '@lienthong/service-host';
import type { LandDossier, SlipDraft } from '../dossiers/land-dossier.state';
import { SentSlip } from './sent-slip.entity';
import { slipOf } from './slip-versions.rules';
import { type SlipPrint, slipSheet } from './slip-sheet.rules';

type Signature = SlipPrint['signature'];

/** The one rendering of a slip: its paper form filled, for the screen as it is and for print as PDF. */
@Injectable()
export class SlipForm {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly papers: PaperDesk,
    private readonly staff: StaffDirectory,
    private readonly clock: Clock,
  ) {}

  /** The version that the dossier has now: as it was signed, or a draft in the form of today. */
  async current(dossier: LandDossier): Promise<Paper> {
    const slip = slipOf(dossier);
    const sent = await this.sentOf(dossier);
    return sent ? this.sent(dossier, sent) : this.filled(dossier, slip);
  }

  /** A version that was sent, in the form of its day. */
  sent(dossier: LandDossier, { content, sentAt }: SentSlip): Promise<Paper> {
    // Versions from before they were kept one by one bear no signature: the dossier names who signed.
    const { signature } = content as Partial<Pick<TransferSlipSentV2, 'signature'>>;
    const { slipSignedBy = '' } = dossier;
    const name = signature?.signerName ?? this.staff.nameOf('land-registry', slipSignedBy) ?? slipSignedBy;
    return this.filled(dossier, content, { name, signedAt: signature?.signedAt ?? instantText(sentAt) });
  }

  /** What was sent of the dossier's slip; one that waits for its leader is a draft, also when it is to be signed once more. */
  async sentOf({ status, slip }: LandDossier): Promise<SentSlip | undefined> {
    return status === 'slip-drafted' || !slip ? undefined : this.unitOfWork.read(SentSlip, slip.slipId);
  }

  private async filled({ office }: LandDossier, slip: SlipDraft, signature?: Signature): Promise<Paper> {
    const on = localDate(signature ? new Date(signature.signedAt) : this.clock.now());
    const replaced = slip.replacesSlipId && (await this.unitOfWork.read(SentSlip, slip.replacesSlipId));
    const sheet = slipSheet(slip, {
      ...{ office, on, place: this.papers.place },
      ...(replaced && { replacedNumber: replaced.content.slipNumber }),
      ...(signature && { signature }),
    });
    const form = transferSlipForm(formsDay(on), slip.revenues.includes('land-use-fee'));
    return filled(form, sheet, { draft: !signature, lookUp: this.papers.lookUp(slip.dossierCode) });
  }
}
