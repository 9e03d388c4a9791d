import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireAnotherPerson, requireOffice, Roles } from '@lienthong/service-host';
import { LandDossierEntity } from '../dossiers/land-dossier.entity';
import { landDossierView } from '../dossiers/land-dossier.response';
import { SignSlip } from './sign-slip';

@ApiTags('dossiers')
@Controller('dossiers')
export class SignSlipController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly signSlip: SignSlip,
    private readonly clock: Clock,
  ) {}

  @Post(':code/sign-slip')
  @HttpCode(200)
  @Roles('land-leader')
  @Decides(LandDossierEntity, { param: 'code' })
  async sign(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    requireAnotherPerson(actor, dossier.checkedBy);
    return landDossierView(await this.signSlip.run(dossier, actor.id, { at: this.clock.now(), by: actor.id }));
  }
}
