import { Controller } from '@nestjs/common';
import { actOf, PapersForwardedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { RegistrationRow } from './registration.entity';
import { registrations } from './registration.rules';

/** The papers of a CT05: the request waits for the officer again. */
@Controller()
export class PapersForwardedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly clock: Clock,
  ) {}

  @Handles(PapersForwardedV1, { loads: [[RegistrationRow, (body) => body.dossierCode]] })
  async handle(message: Received<PapersForwardedV1>): Promise<void> {
    const { dossierCode, papers } = message.body;
    const known = await this.unitOfWork.get(RegistrationRow, dossierCode);
    const act = actOf(message, this.clock.now());
    this.unitOfWork.save(RegistrationRow, registrations.papersBrought(known, papers, message.id, act));
  }
}
