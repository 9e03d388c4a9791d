import { Injectable } from '@nestjs/common';
import { LandDossierLodgedV1, type Office, officeFor } from '@lienthong/contracts';
import { Clock, type FieldFault, instantText, localDate, type LocalDate } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { acceptedVersion, appointmentFor } from '@lienthong/procedures';
import { type Actor, requireOffice } from '@lienthong/service-host';
import { AutomaticSteps } from '../dossiers/automatic-steps';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { receive } from '../dossiers/land-dossier.rules';
import type { LandDossier } from '../dossiers/land-dossier.state';
import { filedTogetherFaults } from '../encumbrances/filed-together.rules';
import { landErrors } from '../land-registry.errors';
import type { DossierFrame } from '../requests/request-content.rules';
import { RequestObligation } from '../requests/request-obligation';
import { CounterNumbers } from './counter-numbers';
import type { LodgeDossierRequest } from './lodge-dossier.request';
import { communeOf, lodgedContent, lodgedFaults } from './lodged-papers.rules';

/** M02, second reading: the land office gives code and receipt number itself, and tells the desk in charge of the place. */
@Injectable()
export class LodgeDossier {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly numbers: CounterNumbers,
    private readonly obligation: RequestObligation,
    private readonly automatic: AutomaticSteps,
    private readonly clock: Clock,
  ) {}

  async run(papers: LodgeDossierRequest, actor: Actor): Promise<LandDossier> {
    const at = this.clock.now();
    const on = localDate(at);
    const faults = [...lodgedFaults(papers, on), ...(await this.togetherFaults(papers))];
    if (faults.length > 0) throw landErrors.DOSSIER_INVALID({ count: faults.length }, { faults });
    const { office, desk } = officesFor(papers, on);
    requireOffice(actor, office.id);
    const { dossierCode, receiptNumber } = await this.numbers.next(office, on);
    const frame = frameOf(dossierCode, papers.procedure, at);
    const { id: messageId } = this.tell(frame, papers, { receiptNumber, office: office.id, desk: desk.id });
    const { request } = papers;
    const without = request ? await this.obligation.leftOut(request, on) : [];
    const act = { at, by: actor.id, messageId };
    const dossier = receive(
      lodgedContent(frame, papers),
      { office: office.id, intakeOffice: desk.id, receiptNumber, ...(request && { request }) },
      act,
      { events: [LandDossierLodgedV1], from: 'lodge', without },
    );
    this.unitOfWork.save(LandDossierEntity, dossier);
    return this.automatic.afterReception(dossier, act);
  }

  /** What it says it was filed together with is known here: both were brought to this office, or its desk sent the other one. */
  private async togetherFaults({ conveyance }: LodgeDossierRequest): Promise<readonly FieldFault[]> {
    if (conveyance?.filedWith === undefined) return [];
    return filedTogetherFaults(conveyance.parcels, await this.unitOfWork.read(LandDossierEntity, conveyance.filedWith));
  }

  private tell(
    { dossierCode, procedure, receivedAt, appointmentAt }: DossierFrame,
    { conveyance, request }: LodgeDossierRequest,
    { receiptNumber, office, desk }: { readonly receiptNumber: string; readonly office: string; readonly desk: string },
  ): { readonly id: string } {
    return this.unitOfWork.send(
      LandDossierLodgedV1,
      {
        ...{ dossierCode, procedure, receiptNumber, landOffice: office, receivedAt, appointmentAt },
        ...(conveyance && { conveyance }),
        ...(request && { request }),
      },
      { fromOffice: office, to: [{ member: 'intake', office: desk }] },
    );
  }
}

/** Accepted as it is taken: the office itself found the papers complete. */
function frameOf(dossierCode: string, procedure: string, at: Date): DossierFrame {
  const receivedAt = instantText(at);
  const appointmentAt = instantText(appointmentFor(acceptedVersion(procedure, localDate(at)), at));
  return { dossierCode, procedure, receivedAt, completeAt: receivedAt, appointmentAt };
}

function officesFor(papers: LodgeDossierRequest, on: LocalDate): { readonly office: Office; readonly desk: Office } {
  const communeCode = communeOf(papers);
  const office = officeFor('land-registry', communeCode, on);
  if (!office) throw landErrors.OFFICE_UNKNOWN({ member: 'land-registry', communeCode, on });
  const desk = officeFor('intake', communeCode, on);
  if (!desk) throw landErrors.OFFICE_UNKNOWN({ member: 'intake', communeCode, on });
  return { office, desk };
}
