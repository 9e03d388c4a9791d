import { Injectable } from '@nestjs/common';
import {
  BirthDeclaredV1,
  DeathDeclaredV1,
  DossierForwardedV1,
  LandRequestForwardedV1,
  officeFor,
} from '@lienthong/contracts';
import { instantText, localDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { intakeErrors } from '../intake.errors';
import type { Act } from './dossier-history.rules';
import { Dossiers } from './dossier.repository';
import { forward, forwardToChain } from './dossier.rules';
import { contentOf, type Decided, type Dossier, isLandRequest } from './dossier.state';

/** Sends an accepted dossier to who is in charge of it: land office (M01), or civil-status office of the commune. */
@Injectable()
export class ForwardDossier {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
  ) {}

  run(dossier: Dossier, act: Act): Dossier {
    const { kind } = dossier;
    const forwarded = kind === 'land' ? this.toLandOffice(dossier, act) : this.toCivilStatus(dossier, kind, act);
    this.dossiers.save(forwarded);
    return forwarded.dossier;
  }

  private toLandOffice(dossier: Dossier, act: Act): Decided {
    const { code, procedure, acceptedAt, appointmentAt, office, refiledFrom } = dossier;
    const content = contentOf(dossier, 'land');
    const landOffice = officeOf('land-registry', content.parcels[0]?.communeCode ?? '', act);
    const forwarded = forward(dossier, landOffice, act);
    const about = {
      dossierCode: code,
      procedure,
      receivedAt: instantText(acceptedAt),
      completeAt: instantText(acceptedAt),
      appointmentAt: instantText(appointmentAt),
    };
    const way = { fromOffice: office, to: [{ member: 'land-registry', office: landOffice }] };
    const frame = { ...about, ...(refiledFrom !== undefined && { previousDossierCode: refiledFrom }) };
    if (isLandRequest(content)) this.unitOfWork.send(LandRequestForwardedV1, { ...frame, request: content }, way);
    else this.unitOfWork.send(DossierForwardedV1, { ...content, ...frame }, way);
    return forwarded;
  }

  private toCivilStatus(dossier: Dossier, kind: 'birth' | 'death', act: Act): Decided {
    const { code, procedure, channel, acceptedAt, appointmentAt, office } = dossier;
    const about = {
      dossierCode: code,
      procedure,
      channel,
      receivedAt: instantText(acceptedAt),
      appointmentAt: instantText(appointmentAt),
    };
    const civilOffice = officeOf('civil-status', contentOf(dossier, kind).registrationCommuneCode, act);
    const forwarded = forwardToChain(dossier, civilOffice, act);
    const way = { fromOffice: office, to: [{ member: 'civil-status', office: civilOffice }] };
    if (kind === 'birth') {
      this.unitOfWork.send(BirthDeclaredV1, { ...about, declaration: contentOf(dossier, 'birth') }, way);
    } else {
      this.unitOfWork.send(DeathDeclaredV1, { ...about, declaration: contentOf(dossier, 'death') }, way);
    }
    return forwarded;
  }
}

function officeOf(member: string, communeCode: string, act: Act): string {
  const on = localDate(act.at);
  const office = officeFor(member, communeCode, on);
  if (!office) throw intakeErrors.OFFICE_UNKNOWN({ member, communeCode, on });
  return office.id;
}
