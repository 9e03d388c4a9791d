import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiBody, ApiTags } from '@nestjs/swagger';
import { WithdrawalRequestedV1 } from '@lienthong/contracts';
import { schemaOf } from '@lienthong/envelope';
import { Clock, instantText } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, requireOffice, Roles } from '@lienthong/service-host';
import { Dossiers } from '../dossiers/dossier.repository';
import { acceptanceNote } from '../dossiers/dossier.response';
import { withdraw } from './withdrawal.rules';
import { WithdrawDossierRequest } from './withdraw-dossier.request';

/** The citizen wants the dossier back; who has it is asked to stop (M01-cancel, F8). */
@ApiTags('dossiers')
@Controller('dossiers')
export class WithdrawDossierController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly dossiers: Dossiers,
    private readonly clock: Clock,
  ) {}

  @Post(':code/withdraw')
  @HttpCode(200)
  @Roles('desk-clerk')
  @ApiBody({ schema: schemaOf(WithdrawDossierRequest) as object })
  async withdraw(
    @Param('code') code: string,
    @Body() { reason }: WithdrawDossierRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.dossiers.get(code);
    requireOffice(actor, dossier.office);
    const at = this.clock.now();
    const asked = withdraw(dossier, reason, { at, by: actor.id });
    this.dossiers.save(asked);
    const { office, landOffice } = dossier;
    if (landOffice !== undefined) {
      this.unitOfWork.send(
        WithdrawalRequestedV1,
        { dossierCode: code, requestedAt: instantText(at), reason },
        { fromOffice: office, to: [{ member: 'land-registry', office: landOffice }] },
      );
    }
    return acceptanceNote(asked.dossier);
  }
}
