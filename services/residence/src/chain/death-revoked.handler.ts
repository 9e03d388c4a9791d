import { Controller } from '@nestjs/common';
import { actOf, DeathRevokedV1 } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Clock } from '@lienthong/kernel';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { DeregistrationRow } from '../deregistrations/deregistration.entity';
import { revoked } from '../deregistrations/deregistration.rules';
import { ResidenceTimers } from '../residence-timers';
import { ResidentRow } from '../residents/resident.entity';
import { restored } from '../residents/resident.rules';

/** The person is alive: the residence that the death had ended goes on, and what was open ends (O §4.6). */
@Controller()
export class DeathRevokedHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly timers: ResidenceTimers,
    private readonly clock: Clock,
  ) {}

  @Handles(DeathRevokedV1, {
    loads: [
      [DeregistrationRow, (body) => body.dossierCode],
      [ResidentRow, (body) => body.death.deceased.personalIdentificationNumber],
    ],
  })
  async handle(message: Received<DeathRevokedV1>): Promise<void> {
    const { dossierCode, death, revokedOn } = message.body;
    const known = await this.unitOfWork.find(DeregistrationRow, dossierCode);
    if (known) this.unitOfWork.save(DeregistrationRow, revoked(known, actOf(message, this.clock.now())));
    const number = death.deceased.personalIdentificationNumber;
    const resident = number === undefined ? undefined : await this.unitOfWork.find(ResidentRow, number);
    if (resident) this.unitOfWork.save(ResidentRow, restored(resident, dossierCode, revokedOn));
    this.timers.askSoon();
  }
}
