import { Controller } from '@nestjs/common';
import { actOf, ResidenceRequestedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf } from '@lienthong/service-host';
import { atHome, workingOffice } from '../act';
import { ResidentRow } from '../residents/resident.entity';
import { DecideRegistration } from './decide-registration';
import { RegistrationRow } from './registration.entity';
import { receive, registrations } from './registration.rules';

/** Branch 5a of a birth chain: a request CT01 comes in. */
@Controller()
export class ResidenceRequestedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly decide: DecideRegistration,
    private readonly clock: Clock,
  ) {}

  @Handles(ResidenceRequestedV1, {
    loads: [
      [RegistrationRow, (body) => body.dossierCode],
      [ResidentRow, (body) => body.birth.personalIdentificationNumber],
    ],
    reads: [policiesOf('register')],
  })
  async handle(message: Received<ResidenceRequestedV1>): Promise<void> {
    const { body, id: messageId, senderOffice: askedBy } = message;
    const act = actOf(message, this.clock.now());
    const reception = { office: workingOffice(message.office, act.at), askedBy, messageId };
    const known = await this.unitOfWork.find(RegistrationRow, body.dossierCode);
    const { birth, request } = body;
    const registration = known
      ? registrations.receivedAgain(known, { birth, request, workMessageId: messageId }, act)
      : receive(body, reception, act);
    if (registration === known) return;
    this.unitOfWork.save(RegistrationRow, registration);
    await this.decide.ifAutomatic(atHome(registration, act.at), act);
  }
}
