import { Controller } from '@nestjs/common';
import { actOf, ResidenceDeregistrationRequestedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { policiesOf } from '@lienthong/service-host';
import { workingOffice } from '../act';
import { ResidentRow } from '../residents/resident.entity';
import { ResidenceTimers } from '../residence-timers';
import { DeregistrationRow } from './deregistration.entity';
import { receive } from './deregistration.rules';
import { EndResidence } from './end-residence';

/** The residence branch of a death chain. A request that is known changes nothing. */
@Controller()
export class ResidenceDeregistrationRequestedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly residence: EndResidence,
    private readonly timers: ResidenceTimers,
    private readonly clock: Clock,
  ) {}

  @Handles(ResidenceDeregistrationRequestedV1, {
    loads: [
      [DeregistrationRow, (body) => body.dossierCode],
      [ResidentRow, (body) => body.death.deceased.personalIdentificationNumber],
    ],
    reads: [policiesOf('deregister')],
  })
  async handle(message: Received<ResidenceDeregistrationRequestedV1>): Promise<void> {
    const { body, id: messageId, senderOffice: askedBy } = message;
    if (await this.unitOfWork.find(DeregistrationRow, body.dossierCode)) return;
    const act = actOf(message, this.clock.now());
    const request = receive(body, { office: workingOffice(message.office, act.at), askedBy, messageId }, act);
    this.unitOfWork.save(DeregistrationRow, request);
    await this.residence.ifAutomatic(request, act);
    this.timers.askSoon();
  }
}
