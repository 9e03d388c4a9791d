import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { Clock } from '@lienthong/kernel';
import { UnitOfWork } from '@lienthong/persistence';
import { type Actor, CurrentActor, Decides, requireOffice, Roles } from '@lienthong/service-host';
import { landErrors } from '../land-registry.errors';
import { openRequest } from '../supplements/supplement.rules';
import { AutomaticSteps } from './automatic-steps';
import { CheckDossier } from './check-dossier';
import { LandDossierEntity } from './land-dossier.entity';
import { landDossierView } from './land-dossier.response';

@ApiTags('dossiers')
@Controller('dossiers')
export class CheckDossierController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly checkDossier: CheckDossier,
    private readonly automatic: AutomaticSteps,
    private readonly clock: Clock,
  ) {}

  @Post(':code/check')
  @HttpCode(200)
  @Roles('land-officer')
  @Decides(LandDossierEntity, { param: 'code' })
  async check(@Param('code') code: string, @CurrentActor() actor: Actor): Promise<object> {
    const dossier = await this.unitOfWork.get(LandDossierEntity, code);
    requireOffice(actor, dossier.office);
    const awaited = openRequest(dossier);
    if (awaited) throw landErrors.PAPERS_AWAITED({ dossierCode: code, documentNumber: awaited.documentNumber });
    const act = { at: this.clock.now(), by: actor.id };
    return landDossierView(await this.automatic.afterCheck(await this.checkDossier.run(dossier, act), act));
  }
}
