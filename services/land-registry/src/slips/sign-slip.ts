import { Injectable } from '@nestjs/common';
import { slipBytes, type SlipSignature, TransferSlipSentV2 } from '@lienthong/contracts';
import { signBytes } from '@lienthong/envelope';
import { type FieldFault, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { StaffDirectory } from '@lienthong/service-host';
import { type Act, advance } from '../dossiers/land-procedure.rules';
import type { LandDossier, SlipDraft } from '../dossiers/land-dossier.state';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { LandRegistryConfig } from '../land-registry.config';
import { landErrors } from '../land-registry.errors';
import { SentSlip } from './sent-slip.entity';
import { SlipAttachments } from './slip-attachments';
import { slipFaults } from './slip-check.rules';
import { blankFields } from './slip-fields.rules';
import { SlipRegister } from './slip-register';
import { amended, slipOf, unsigned } from './slip-versions.rules';

/** The leader's act: a slip without a fault (R1–R11) is signed with the leader's own key and sent to the tax office. */
@Injectable()
export class SignSlip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffDirectory,
    private readonly register: SlipRegister,
    private readonly attachments: SlipAttachments,
    private readonly config: LandRegistryConfig,
  ) {}

  /** All that stands in the way of signing the dossier's slip. */
  async faultsOf(dossier: LandDossier): Promise<readonly FieldFault[]> {
    const slip = slipOf(dossier);
    const faults = slipFaults(slip, await this.register.factsFor(slip, dossier));
    return this.config.slipBlanks === 'refuse' ? [...faults, ...blankFields(slip)] : faults;
  }

  /** Fields of the form that stay blank, where the office does not refuse to sign because of them. */
  warningsOf(dossier: LandDossier): readonly FieldFault[] {
    return this.config.slipBlanks === 'warn' ? blankFields(slipOf(dossier)) : [];
  }

  /** Nothing is saved before all that may refuse was asked: whoever signs many answers each row, and commits the others. */
  async run(dossier: LandDossier, leaderId: string, act: Act): Promise<LandDossier> {
    const { dossierCode } = dossier;
    const sent = advance(dossier, TransferSlipSentV2, act, { slipSignedBy: leaderId });
    const drafted = slipOf(dossier);
    const replaced = drafted.replacesSlipId && (await this.unitOfWork.find(SentSlip, drafted.replacesSlipId));
    const slip = await this.withAttachments(drafted, replaced || undefined);
    const faults = await this.faultsOf({ ...dossier, slip });
    if (faults.length > 0) throw landErrors.SLIP_FAULTY({ dossierCode, count: faults.length }, { faults });
    const signed = { ...sent, slip };
    const message = { ...slip, signature: this.signature(slip, leaderId, act) };
    const taxOffice = taxOfficeOfSlip(dossier);
    // A slip that never arrived is signed once more: its row is known already.
    if (dossier.slipSignedBy !== undefined) await this.unitOfWork.find(SentSlip, slip.slipId);
    this.unitOfWork.save(LandDossierEntity, signed);
    if (replaced) this.unitOfWork.save(SentSlip, replacedBy(replaced, act.at));
    this.send(signed, taxOffice, message);
    return signed;
  }

  private async withAttachments(drafted: SlipDraft, replaced: SentSlip | undefined): Promise<SlipDraft> {
    const attachments = await this.attachments.of(drafted.dossierCode);
    return amended(drafted, attachments.length > 0 ? { attachments } : {}, replaced && unsigned(replaced.content));
  }

  private signature(slip: SlipDraft, leaderId: string, { at }: Act): SlipSignature {
    const signer = this.staff.officerSigner('land-registry', leaderId);
    return {
      signerId: leaderId,
      signerName: this.staff.find('land-registry', signer.kid)?.name ?? leaderId,
      kid: signer.kid,
      signedAt: instantText(at),
      value: signBytes(signer, slipBytes(slip)),
    };
  }

  private send({ office, workMessageId, since }: LandDossier, taxOffice: string, slip: TransferSlipSentV2): void {
    const { slipId, dossierCode, submission } = slip;
    const kept = { slipId, dossierCode, submission, state: 'sent', content: slip, sentAt: since, faults: [] } as const;
    this.unitOfWork.save(SentSlip, kept);
    this.unitOfWork.send(TransferSlipSentV2, slip, {
      fromOffice: office,
      to: [{ member: 'tax', office: taxOffice }],
      causationId: workMessageId,
    });
  }
}

function taxOfficeOfSlip({ dossierCode, taxOffice }: LandDossier): string {
  if (!taxOffice) throw landErrors.SLIP_NOT_DRAFTED({ dossierCode });
  return taxOffice;
}

/** A version that another one follows; what became of it before stays readable. */
function replacedBy(replaced: SentSlip, at: Date): SentSlip {
  const stood = replaced.state === 'sent' || replaced.state === 'received';
  return { ...replaced, endedAt: replaced.endedAt ?? at, ...(stood && { state: 'replaced' }) };
}
