import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { landDossierView } from '../dossiers/land-dossier.response';
import { WithdrawSlipRequest } from './slip-changes.request';
import { WithdrawSlip } from './withdraw-slip';

@ApiTags('slips')
@Controller('dossiers')
export class WithdrawSlipController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly withdrawSlip: WithdrawSlip,
    private readonly clock: Clock,
  ) {}

  /** M15: the leader takes back a slip that should not have been sent. */
  @Post(':code/withdraw-slip')
  @Decides(LandDossierEntity, { param: 'code' })
  @HttpCode(200)
  @Roles('land-leader')
  async withdraw(
    @Param('code') code: string,
    @Body() { reason, documentNumber }: WithdrawSlipRequest,
    @CurrentActor() actor: Actor,
  ): Promise<object> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    const withdrawal = { reason, ...(documentNumber !== undefined && { documentNumber }) };
    return landDossierView(await this.withdrawSlip.run(dossier, withdrawal, { at: this.clock.now(), by: actor.id }));
  }
}
