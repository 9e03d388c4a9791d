import { Injectable } from '@nestjs/common';
import { DossierForwardedV1, officeFor } from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { intakeErrors } from '../intake.errors';
import { Dossiers } from './dossier.repository';
import type { Act } from './dossier-history.rules';
import { forward } from './dossier.rules';
import type { Dossier } from './dossier.state';

/** M01: sends an accepted dossier to the land office in charge of the parcels' commune. */
@Injectable()
export class ForwardDossier {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
  ) {}

  run(dossier: Dossier, act: Act): Dossier {
    const landOffice = landOfficeOf(dossier, localDate(act.at));
    const forwarded = forward(dossier, landOffice, act);
    this.dossiers.save(forwarded);
    const { code, procedure, acceptedAt, appointmentAt, content, office } = dossier;
    this.unitOfWork.send(
      DossierForwardedV1,
      {
        ...content,
        dossierCode: code,
        procedure,
        receivedAt: instantText(acceptedAt),
        completeAt: instantText(acceptedAt),
        appointmentAt: instantText(appointmentAt),
      },
      { fromOffice: office, to: [{ member: 'land-registry', office: landOffice }] },
    );
    return forwarded.dossier;
  }
}

function landOfficeOf({ content }: Dossier, on: string): string {
  const communeCode = content.parcels[0]?.communeCode ?? '';
  const office = officeFor('land-registry', communeCode, on);
  if (!office) throw intakeErrors.OFFICE_UNKNOWN({ member: 'land-registry', communeCode, on });
  return office.id;
}
