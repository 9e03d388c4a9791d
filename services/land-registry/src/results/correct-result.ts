import { Injectable } from '@nestjs/common';
import {
  type IssuedCertificate,
  ProcessingConcludedV1,
  ProcessingConcludedV2,
  versionForPayers,
} from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { persistenceErrors, UnitOfWork } from '@lienthong/persistence';
import { NumberBooks } from '@lienthong/service-host';
import { RegisterEntryEntity } from '../certificates/register-entry.entity';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { toIntake } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { type Act, advance, requireStep } from '../dossiers/land-procedure.rules';
import { officePapers } from '../dossiers/office-papers.data';

/** Answers the desk: papers made anew under a line of the book that corrects the first one, or the same papers again (M50). */
@Injectable()
export class CorrectResult {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly books: NumberBooks,
  ) {}

  async run(dossier: LandDossier, finding: 'made-anew' | 'right', act: Act): Promise<LandDossier> {
    requireStep(dossier, 'correct-result');
    const { dossierCode, certificate: first } = dossier;
    if (!first) throw new Error(`dossier ${dossierCode} has no certificate to correct`);
    const certificate = finding === 'right' ? first : await this.madeAnew(dossier, first, act);
    const concluded = advance(dossier, ProcessingConcludedV1, act, { certificate });
    this.unitOfWork.save(LandDossierEntity, concluded);
    const payers = (certificate.deferredItems ?? []).map(({ payerNumber }) => payerNumber);
    this.unitOfWork.send(
      versionForPayers(payers, ProcessingConcludedV1, ProcessingConcludedV2),
      { dossierCode, outcome: 'done', concludedAt: instantText(act.at), certificate },
      toIntake(concluded),
    );
    return concluded;
  }

  private async madeAnew({ office }: LandDossier, first: IssuedCertificate, act: Act): Promise<IssuedCertificate> {
    const { registerNumber: corrects } = first;
    const line = await this.unitOfWork.read(RegisterEntryEntity, corrects);
    if (!line) throw persistenceErrors.NOT_FOUND({ entity: 'register_entry', key: corrects });
    const registerNumber = await this.books.next(officePapers.register, office);
    const signedOn = localDate(act.at);
    this.unitOfWork.save(RegisterEntryEntity, { ...line, registerNumber, signedOn, signedBy: act.by, corrects });
    return { ...first, registerNumber, signedOn };
  }
}
