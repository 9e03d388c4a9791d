import { Injectable } from '@nestjs/common';
import { slipBytes, TransferSlipSentV1 } from '@lienthong/contracts';
import { signBytes } from '@lienthong/envelope';
import { instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { StaffDirectory } from '@lienthong/service-host';
import { type Act, advance } from '../dossiers/land-procedure.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';

/** The leader's act: signs the slip itself with the leader's own key and sends it to the tax office. */
@Injectable()
export class SignSlip {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly staff: StaffDirectory,
  ) {}

  run(dossier: LandDossier, leaderId: string, act: Act): LandDossier {
    const sent = advance(dossier, TransferSlipSentV1, act, { slipSignedBy: leaderId });
    const { slip, taxOffice, office } = sent;
    if (!slip || !taxOffice) throw new Error(`dossier ${dossier.dossierCode} has no drafted slip`);
    const signer = this.staff.officerSigner('land-registry', leaderId);
    const signature = {
      signerId: leaderId,
      signerName: this.staff.find('land-registry', signer.kid)?.name ?? leaderId,
      kid: signer.kid,
      signedAt: instantText(act.at),
      value: signBytes(signer, slipBytes(slip)),
    };
    this.unitOfWork.save(LandDossierEntity, sent);
    this.unitOfWork.send(
      TransferSlipSentV1,
      { ...slip, signature },
      { fromOffice: office, to: [{ member: 'tax', office: taxOffice }], causationId: sent.workMessageId },
    );
    return sent;
  }
}
