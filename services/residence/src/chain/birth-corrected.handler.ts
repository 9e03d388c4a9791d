import { Controller } from '@nestjs/common';
import { BirthCorrectedV1, numberBefore } from '@lienthong/contracts';
import type { Received } from '@lienthong/envelope';
import { Handles } from '@lienthong/messaging';
import { UnitOfWork } from '@lienthong/persistence';
import { RegistrationRow } from '../registrations/registration.entity';
import { registrations } from '../registrations/registration.rules';
import { ResidentRow } from '../residents/resident.entity';
import { corrected, renumbered } from '../residents/resident.rules';

/** The register follows a corrected birth; nothing is registered a second time (O §4.5). */
@Controller()
export class BirthCorrectedHandler {
  constructor(private readonly unitOfWork: UnitOfWork) {}

  @Handles(BirthCorrectedV1, {
    loads: [
      [RegistrationRow, (body) => body.dossierCode],
      [ResidentRow, (body) => [numberBefore(body), body.birth.personalIdentificationNumber]],
    ],
  })
  async handle({ body }: Received<BirthCorrectedV1>): Promise<void> {
    const request = await this.unitOfWork.find(RegistrationRow, body.dossierCode);
    if (request) this.unitOfWork.save(RegistrationRow, registrations.corrected(request, { birth: body.birth }));
    const number = numberBefore(body);
    const resident = await this.unitOfWork.find(ResidentRow, number);
    if (!resident || resident.state === 'renumbered') return;
    const lines =
      number === body.birth.personalIdentificationNumber ? [corrected(resident, body)] : renumbered(resident, body);
    for (const line of lines) this.unitOfWork.save(ResidentRow, line);
  }
}
