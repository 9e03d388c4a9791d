import { Controller } from '@nestjs/common';
import { actOf, BranchStoppedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DeregistrationRow } from '../deregistrations/deregistration.entity';
import { stopped } from '../deregistrations/deregistration.rules';
import { RegistrationRow } from '../registrations/registration.entity';
import { registrations } from '../registrations/registration.rules';

/** The registrar stops an open branch, for example because the child has died (O §4.5). */
@Controller()
export class BranchStoppedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(BranchStoppedV1, {
    loads: [
      [RegistrationRow, (body) => body.dossierCode],
      [DeregistrationRow, (body) => body.dossierCode],
    ],
  })
  async handle(message: Received<BranchStoppedV1>): Promise<void> {
    const { dossierCode } = message.body;
    const act = actOf(message, this.clock.now());
    const registration = await this.unitOfWork.find(RegistrationRow, dossierCode);
    if (registration) this.unitOfWork.save(RegistrationRow, registrations.stopped(registration, act));
    const deregistration = await this.unitOfWork.find(DeregistrationRow, dossierCode);
    if (deregistration) this.unitOfWork.save(DeregistrationRow, stopped(deregistration, act));
  }
}
