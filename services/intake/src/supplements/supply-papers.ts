import { Injectable } from '@nestjs/common';
import { WantedPapersSuppliedV1 } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { findProcedure, versionOn } from '@lienthong/procedures';
import type { Afterwards } from '../dossiers/appointment.rules';
import type { Act } from '../dossiers/dossier-history.rules';
import { Dossiers } from '../dossiers/dossier.repository';
import type { Dossier } from '../dossiers/dossier.state';
import type { SupplyPapersRequest } from './supply-papers.request';
import { papersSupplied } from './supplement.rules';

/** M05: the papers go to the land office with the new appointment. */
@Injectable()
export class SupplyPapers {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
  ) {}

  /** @throws intake.NO_PAPERS_WANTED */
  run(dossier: Dossier, { papers, note }: SupplyPapersRequest, act: Act): Dossier {
    const supplied = papersSupplied(dossier, afterwardsOf(dossier), act);
    this.dossiers.save(supplied);
    const { code, office, landOffice, papersRequest, appointmentAt, workMessageId } = supplied.dossier;
    this.unitOfWork.send(
      WantedPapersSuppliedV1,
      {
        dossierCode: code,
        requestId: papersRequest?.requestId ?? '',
        suppliedAt: instantText(act.at),
        appointmentAt: instantText(appointmentAt),
        papers,
        ...(note !== undefined && { note }),
      },
      {
        fromOffice: office,
        to: [{ member: 'land-registry', office: landOffice ?? '' }],
        ...(workMessageId !== undefined && { causationId: workMessageId }),
      },
    );
    return supplied.dossier;
  }
}

/** Whether the clock goes on or begins anew is a row of the procedure under which the dossier was accepted (O §1.1). */
function afterwardsOf({ procedure, acceptedAt }: Dossier): Afterwards {
  const found = findProcedure(procedure);
  const version = found && versionOn(found, localDate(acceptedAt));
  return version?.steps.find(({ supplement }) => supplement !== undefined)?.supplement?.afterwards ?? 'resume';
}
